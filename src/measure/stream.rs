//! An article as numbers of written forms, two bytes a token: forms are numbered as they are met, so that frequent ones
//! have small numbers.

/// Numbers below this take one unit; of larger ones a first unit holds the upper bits.
const WIDE: u16 = 0xf000;

/// Appends a number below 2^28.
#[inline]
pub fn push(stream: &mut Vec<u16>, number: u32) {
    // Masking is meant: the two halves of a number.
    if number < u32::from(WIDE) {
        stream.push(number as u16);
    } else {
        stream.push(WIDE | (number >> 16).min(0xfff) as u16);
        stream.push(number as u16);
    }
}

/// Gives each number of a stream to `each`.
#[inline]
pub fn numbers(stream: &[u16], mut each: impl FnMut(u32)) {
    let mut units = stream.iter();
    while let Some(unit) = units.next() {
        each(if *unit < WIDE {
            u32::from(*unit)
        } else {
            u32::from(*unit & 0xfff) << 16 | u32::from(units.next().copied().unwrap_or(0))
        });
    }
}

/// What `of_number` gives for each number of a stream.
#[inline]
pub fn tell(stream: &[u16], of_number: &[u32], into: &mut Vec<u32>) {
    into.clear();
    into.reserve(stream.len());
    numbers(stream, |number| into.push(of_number[number as usize]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_size_come_back() {
        let numbers = [0, 3, 0xefff, 0xf000, 0xffff, 0x1_0000, 0x12_3456];
        let mut stream = Vec::new();
        numbers.iter().for_each(|number| push(&mut stream, *number));
        let same: Vec<u32> = (0..0x12_3457).collect();
        let mut told = Vec::new();
        tell(&stream, &same, &mut told);
        assert_eq!((told.as_slice(), stream.len()), (numbers.as_slice(), 11));
    }
}
