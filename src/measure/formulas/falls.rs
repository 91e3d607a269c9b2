//! How many pairs of values stand in falling order: counted while they are sorted (Knight 1966), since pair by pair the weeks of
//! ten years took as long as all else that is asked of a term.

/// Shorter lists are sorted by insertion, where each step past a larger value is a pair.
const SHORT: usize = 16;

/// The pairs whose later value is smaller; `values` are sorted then. Values are numbers.
pub fn falls(values: &mut Vec<f64>) -> u64 {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let (all, mut falls) = (values.len(), 0);
    // Most values of a rare thing are the same 0: they are counted and not sorted.
    let mut others = Vec::new();
    for value in values.iter() {
        if *value > least {
            others.push(*value);
        } else {
            falls += others.len() as u64;
        }
    }
    falls += by_merging(&mut others, &mut Vec::new());
    values.truncate(all - others.len());
    values.fill(least);
    values.extend(others);
    falls
}

fn by_merging(values: &mut [f64], spare: &mut Vec<f64>) -> u64 {
    if values.len() <= SHORT {
        return by_insertion(values);
    }
    let (left, right) = values.split_at_mut(values.len() / 2);
    let mut falls = by_merging(left, spare) + by_merging(right, spare);
    if left.last() <= right.first() {
        return falls;
    }
    spare.clear();
    spare.extend_from_slice(left);
    // What is left of `spare` and the place of the next one fill the list up to `right`, so that nothing is overwritten unread.
    let (mut at, mut right) = (0, spare.len());
    for place in 0..values.len() {
        if at == spare.len() {
            break;
        }
        if right < values.len() && values[right] < spare[at] {
            falls += (spare.len() - at) as u64;
            values[place] = values[right];
            right += 1;
        } else {
            values[place] = spare[at];
            at += 1;
        }
    }
    falls
}

fn by_insertion(values: &mut [f64]) -> u64 {
    let mut falls = 0;
    for at in 1..values.len() {
        let value = values[at];
        let larger = values[..at].iter().rev().take_while(|other| **other > value).count();
        values.copy_within(at - larger..at, at - larger + 1);
        values[at - larger] = value;
        falls += larger as u64;
    }
    falls
}

#[cfg(test)]
mod tests {
    use super::falls;
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    #[test]
    fn equal_values_do_not_fall_and_a_list_turned_round_falls_in_each_pair() {
        assert_eq!((falls(&mut vec![]), falls(&mut vec![7.0]), falls(&mut vec![1.0; 99])), (0, 0, 0));
        assert_eq!(falls(&mut vec![2.0, 1.0, 1.0, 3.0]), 2);
        let mut back: Vec<f64> = (0..100).rev().map(f64::from).collect();
        assert_eq!(falls(&mut back), 4950);
    }

    proptest! {
        #[test]
        fn falls_are_the_pairs_that_fall(values in prop::collection::vec(0_u8..30, 0..200)) {
            let mut values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let below = |at: usize, value: f64| values[at + 1..].iter().filter(|later| **later < value).count() as u64;
            let expected: u64 = values.iter().enumerate().map(|(at, value)| below(at, *value)).sum();
            prop_assert_eq!(falls(&mut values), expected);
            prop_assert!(values.is_sorted());
        }
    }
}
