//! Which pairs of values stand in falling order: found while they are sorted (Knight 1966), since pair by pair the weeks of ten
//! years took as long as all else that is asked of a term.

/// Shorter lists are sorted by insertion, where each step past a larger value is a pair.
const SHORT: usize = 16;

/// Counts one list after the other in the same memory.
#[derive(Default)]
pub struct Falls {
    /// How many values are the smallest one, and the others.
    least: usize,
    others: Vec<f64>,
    spare: Vec<f64>,
}

impl Falls {
    /// The pairs whose later value is smaller; values are numbers.
    pub fn count(&mut self, values: &[f64]) -> u64 {
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let mut falls = 0;
        // Most values of a rare thing are the same 0: they are counted and not sorted.
        self.others.clear();
        for value in values {
            if *value > least {
                self.others.push(*value);
            } else {
                falls += self.others.len() as u64;
            }
        }
        self.least = values.len() - self.others.len();
        by_merging(&mut self.others, &mut self.spare, &|value| *value, &mut |larger, _| falls += larger.len() as u64);
        falls
    }

    /// How many values are the same, for each of those that were counted last.
    pub fn ties(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.least).chain(self.others.chunk_by(|a, b| a == b).map(<[f64]>::len))
    }
}

/// Sorts `items` by their values and tells of each the larger ones that stood before it. Equal ones keep their order.
pub fn by_merging<T: Copy>(
    items: &mut [T],
    spare: &mut Vec<T>,
    value: &impl Fn(&T) -> f64,
    falls: &mut impl FnMut(&[T], T),
) {
    if items.len() <= SHORT {
        return by_insertion(items, value, falls);
    }
    let (left, right) = items.split_at_mut(items.len() / 2);
    by_merging(left, spare, value, falls);
    by_merging(right, spare, value, falls);
    if left.last().map(value) <= right.first().map(value) {
        return;
    }
    spare.clear();
    spare.extend_from_slice(left);
    // What is left of `spare` and the place of the next one fill the list up to `right`, so that nothing is overwritten unread.
    let (mut at, mut right) = (0, spare.len());
    for place in 0..items.len() {
        if at == spare.len() {
            break;
        }
        if right < items.len() && value(&items[right]) < value(&spare[at]) {
            falls(&spare[at..], items[right]);
            items[place] = items[right];
            right += 1;
        } else {
            items[place] = spare[at];
            at += 1;
        }
    }
}

fn by_insertion<T: Copy>(items: &mut [T], value: &impl Fn(&T) -> f64, falls: &mut impl FnMut(&[T], T)) {
    for at in 1..items.len() {
        let item = items[at];
        let larger = items[..at].iter().rev().take_while(|other| value(other) > value(&item)).count();
        falls(&items[at - larger..at], item);
        items.copy_within(at - larger..at, at - larger + 1);
        items[at - larger] = item;
    }
}

#[cfg(test)]
mod tests {
    use super::Falls;
    use proptest::prelude::{prop, prop_assert_eq, proptest};

    /// By values that were counted before, which leave no trace.
    fn falls(values: &[f64]) -> (u64, Vec<usize>) {
        let mut falls = Falls::default();
        falls.count(&[3.0, 1.0, 2.0, 1.0]);
        (falls.count(values), falls.ties().collect())
    }

    #[test]
    fn equal_values_do_not_fall_and_a_list_turned_round_falls_in_each_pair() {
        assert_eq!((falls(&[]), falls(&[7.0]), falls(&[1.0; 99])), ((0, vec![0]), (0, vec![1]), (0, vec![99])));
        assert_eq!(falls(&[2.0, 1.0, 1.0, 3.0]), (2, vec![2, 1, 1]));
        let back: Vec<f64> = (0..100).rev().map(f64::from).collect();
        assert_eq!(falls(&back), (4950, vec![1; 100]));
    }

    proptest! {
        #[test]
        fn falls_are_the_pairs_that_fall_and_ties_the_values_that_are_equal(values in prop::collection::vec(0_u8..30, 1..200)) {
            let mut values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let below = |at: usize, value: f64| values[at + 1..].iter().filter(|later| **later < value).count() as u64;
            let expected: u64 = values.iter().enumerate().map(|(at, value)| below(at, *value)).sum();
            let (found, ties) = falls(&values);
            values.sort_by(f64::total_cmp);
            prop_assert_eq!(found, expected);
            prop_assert_eq!(ties, values.chunk_by(|a, b| a == b).map(<[f64]>::len).collect::<Vec<_>>());
        }
    }
}
