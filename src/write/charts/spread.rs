//! Labels in a column, pushed apart until none covers another, each as near to its wish as that allows.

/// A label that wants its centre at `centre` and takes `height`.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    pub centre: f64,
    pub height: f64,
}

/// The centre that each wish gets, in the order given; all lie between `low` and `high` if they fit there at all.
///
/// Least squares under an order is isotonic regression, solved exactly by pooling neighbours that are in each other's way
/// (Ayer and others 1955). Pushing down label after label would let all of them drift from their lines.
pub fn spread(wishes: &[Wish], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    // Equal ends stay in the order of the series, so that the same data always give the same picture.
    order.sort_by(|&one, &other| wishes[one].centre.total_cmp(&wishes[other].centre).then(one.cmp(&other)));
    let mut offsets = Vec::new();
    let mut filled = 0.0;
    for &index in &order {
        offsets.push(filled);
        filled += wishes[index].height;
    }
    let wanted =
        order.iter().zip(&offsets).map(|(&index, offset)| wishes[index].centre - wishes[index].height / 2.0 - offset);
    let rising = pool(wanted);
    let mut centres = vec![0.0; wishes.len()];
    for ((&index, offset), top) in order.iter().zip(&offsets).zip(rising) {
        let top = top.min(high - filled).max(low);
        centres[index] = top + offset + wishes[index].height / 2.0;
    }
    centres
}

/// The nearest values to `wanted` that never fall.
fn pool(wanted: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for value in wanted {
        let mut block = (value, 1);
        while let Some(&(sum, count)) = blocks.last()
            && sum / count as f64 >= block.0 / block.1 as f64
        {
            blocks.pop();
            block = (block.0 + sum, block.1 + count);
        }
        blocks.push(block);
    }
    blocks.into_iter().flat_map(|(sum, count)| vec![sum / count as f64; count]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(centres: &[f64]) -> Vec<Wish> {
        centres.iter().map(|&centre| Wish { centre, height: 10.0 }).collect()
    }

    #[test]
    fn labels_with_room_stay_where_they_want_to_be() {
        assert_eq!(spread(&wishes(&[80.0, 20.0]), 0.0, 100.0), [80.0, 20.0]);
    }

    #[test]
    fn equal_wishes_share_the_room_evenly() {
        assert_eq!(spread(&wishes(&[50.0, 50.0, 50.0]), 0.0, 100.0), [40.0, 50.0, 60.0]);
    }

    #[test]
    fn labels_at_the_edge_are_pushed_inside() {
        assert_eq!(spread(&wishes(&[100.0, 100.0]), 0.0, 100.0), [85.0, 95.0]);
        assert_eq!(spread(&wishes(&[0.0]), 0.0, 100.0), [5.0]);
    }
}
