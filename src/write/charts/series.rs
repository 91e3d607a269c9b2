//! The points of one line: what was observed, and where the line is broken.

/// The values as far as they can be drawn, one for each of `places`; whatever is not a number counts as not observed.
pub fn observed(values: &[Option<f64>], places: usize) -> Vec<Option<f64>> {
    let seen = |index: usize| values.get(index).copied().flatten().filter(|&value| can_be_drawn(value));
    (0..places).map(seen).collect()
}

/// Not NaN, not infinite, and not so large that the span of an axis could be.
pub fn can_be_drawn(value: f64) -> bool {
    value.is_finite() && value.abs() < 1e18
}

/// The stretches of neighbouring observations, as positions in `places`. A solid line across a gap would claim what nobody saw.
pub fn stretches(values: &[Option<f64>], places: &[i64]) -> Vec<Vec<usize>> {
    let mut stretches: Vec<Vec<usize>> = Vec::new();
    for index in (0..values.len().min(places.len())).filter(|&index| values[index].is_some()) {
        match stretches.last_mut() {
            Some(stretch) if stretch.last().is_some_and(|&last| places[last] + 1 == places[index]) => {
                stretch.push(index)
            }
            _ => stretches.push(vec![index]),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_breaks_the_line() {
        let values = [Some(1.0), Some(2.0), None, Some(3.0), Some(4.0)];
        assert_eq!(stretches(&values, &[0, 1, 2, 3, 9]), [vec![0, 1], vec![3], vec![4]]);
    }

    #[test]
    fn what_is_not_a_number_was_not_observed() {
        let values = [Some(f64::NAN), Some(f64::INFINITY), Some(-1e300), Some(2.0)];
        assert_eq!(observed(&values, 5), [None, None, None, Some(2.0), None]);
    }
}
