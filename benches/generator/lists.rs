//! The words that every text needs, with how often each stands in 100,000 tokens of English news, and the fixed names.

/// Word, count, word, count ...
pub const FUNCTION_WORDS: &str = "\
    the 7400 of 4100 to 3150 and 2900 in 2300 a 1850 that 1150 for 1020 is 950 on 790 it 740 we 500 be 650 with 610 \
    by 600 as 580 this 480 said 700 have 490 which 470 are 470 our 340 has 480 its 470 will 470 at 460 from 420 not \
    380 an 350 was 400 all 280 their 300 i 280 been 270 but 310 would 270 he 290 or 220 they 230 also 210 more 200 \
    should 150 his 180 had 190 can 150 other 155 were 180 no 155 must 110 there 145 who 145 those 120 my 100 so 120 \
    if 133 such 110 these 115 than 135 only 115 about 145 up 140 some 120 now 105 over 120 any 98 between 98 into \
    105 them 98 when 108 may 100 against 96 most 92 made 92 after 125 out 105 under 88 you 102 many 84 could 100 do \
    82 through 80 what 84 very 73 because 79 being 70 well 68 take 67 while 75 since 70 still 64 just 66 before 70 \
    own 58 without 57 among 54 however 53 during 60 both 55 even 54 where 52 your 48 per 55 much 49 within 45 every \
    42 here 42 how 42 each 38 she 60 down 45 me 38 again 34 then 36 him 38 did 36 her 45 too 33 does 31 whether 28 \
    always 25 several 28 never 24 until 28 although 23 off 28 along 15 though 15 across 14 toward 9";

pub const FIRST_NAMES: [&str; 40] = [
    "Anna",
    "Viktor",
    "Maria",
    "John",
    "Elena",
    "Pavel",
    "Min-jun",
    "Sarah",
    "Hiro",
    "Olga",
    "David",
    "Wei",
    "Irina",
    "Thomas",
    "Ji-woo",
    "Peter",
    "Nina",
    "Oleg",
    "Grace",
    "Karl",
    "José",
    "Mei",
    "Andrei",
    "Ruth",
    "Daniel",
    "Yuna",
    "Boris",
    "Clara",
    "Dong-hyun",
    "Igor",
    "Lucy",
    "Marek",
    "Sofia",
    "Tariq",
    "Vera",
    "William",
    "Xin",
    "Zoë",
    "Ivan",
    "Helen",
];

pub const TITLES: [&str; 12] = [
    "President",
    "Prime Minister",
    "Mr.",
    "Ms.",
    "Dr.",
    "Gen.",
    "Sen.",
    "Secretary",
    "Ambassador",
    "spokesman",
    "analyst",
    "Minister",
];

pub const COMPANIES: [&str; 8] = ["Group", "Corp", "Holdings", "Institute", "Bank", "Ministry", "Agency", "University"];

pub const OUTLETS: [&str; 24] = [
    "Northern Wire",
    "The Harbour Post",
    "Evening Ledger",
    "Capital Observer",
    "East Coast Tribune",
    "The Daily Gauge",
    "River Valley Courier",
    "World Desk",
    "Strait Times Review",
    "Monday Briefing",
    "The Standard Mirror",
    "Metro Sentinel",
    "Union Gazette",
    "Pacific Chronicle",
    "The Border Herald",
    "Continental News",
    "Larch Street Journal",
    "Signal Daily",
    "Port City Bulletin",
    "The Rail Report",
    "Plain Dealer East",
    "Meridian Weekly",
    "New Harbinger",
    "Steppe Monitor",
];

pub const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
