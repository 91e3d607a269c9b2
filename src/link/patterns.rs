//! The bodies that are known by the pattern of their names, without the dictionary.

/// How the name of a body is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// "Russian Foreign Ministry", "Foreign Ministry of Russia".
    OfState,
    /// "Embassy of Russia in Japan", "Russian Embassy".
    Embassy,
    /// "Tomsk Regional Committee of" a party.
    Committee,
}

/// The bodies that are known without the dictionary: what they are called, the first name being that of the id.
pub const BODIES: [(&[&str], Pattern); 34] = [
    (
        &[
            "Foreign Ministry",
            "Ministry of Foreign Affairs",
            "Foreign Affairs Ministry",
            "Ministry for Foreign Affairs",
        ],
        Pattern::OfState,
    ),
    (
        &[
            "Defence Ministry",
            "Defense Ministry",
            "Ministry of Defence",
            "Ministry of Defense",
            "Ministry of National Defence",
            "Ministry of National Defense",
        ],
        Pattern::OfState,
    ),
    (&["Interior Ministry", "Ministry of the Interior", "Ministry of Internal Affairs"], Pattern::OfState),
    (&["Finance Ministry", "Ministry of Finance"], Pattern::OfState),
    (
        &[
            "Economy Ministry",
            "Ministry of Economy",
            "Ministry of Economic Development",
            "Economic Development Ministry",
        ],
        Pattern::OfState,
    ),
    (&["Justice Ministry", "Ministry of Justice"], Pattern::OfState),
    (&["Energy Ministry", "Ministry of Energy"], Pattern::OfState),
    (&["Health Ministry", "Ministry of Health"], Pattern::OfState),
    (&["Education Ministry", "Ministry of Education"], Pattern::OfState),
    (&["Culture Ministry", "Ministry of Culture"], Pattern::OfState),
    (&["Trade Ministry", "Ministry of Trade"], Pattern::OfState),
    (&["Commerce Ministry", "Ministry of Commerce"], Pattern::OfState),
    (&["Transport Ministry", "Ministry of Transport", "Transportation Ministry"], Pattern::OfState),
    (&["Agriculture Ministry", "Ministry of Agriculture"], Pattern::OfState),
    (&["Industry Ministry", "Ministry of Industry", "Ministry of Industry and Trade"], Pattern::OfState),
    (&["Unification Ministry", "Ministry of Unification"], Pattern::OfState),
    (&["Security Council"], Pattern::OfState),
    (&["General Staff"], Pattern::OfState),
    (&["Parliament", "National Assembly"], Pattern::OfState),
    (&["Armed Forces"], Pattern::OfState),
    (&["Army"], Pattern::OfState),
    (&["Navy"], Pattern::OfState),
    (&["Air Force"], Pattern::OfState),
    (&["Coast Guard"], Pattern::OfState),
    (&["Central Bank"], Pattern::OfState),
    (&["Supreme Court"], Pattern::OfState),
    (&["Constitutional Court"], Pattern::OfState),
    (&["Academy of Sciences"], Pattern::OfState),
    (&["Red Cross", "Red Cross Society"], Pattern::OfState),
    (&["Embassy"], Pattern::Embassy),
    (&["Consulate General", "Consulate"], Pattern::Embassy),
    (&["Regional Committee", "Oblast Committee", "Provincial Committee"], Pattern::Committee),
    (&["City Committee", "Municipal Committee"], Pattern::Committee),
    (&["Central Committee"], Pattern::Committee),
];
