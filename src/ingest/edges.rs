//! Where blocks end. What stands there decides it, not how much came before: so a file more or a line longer moves the ends
//! of the blocks around it and of no others, and what is kept of the others stays good.

use crate::base::digest::quick;

/// Bytes of a block of rows, in the mean. Large enough that handing it over costs nothing, small enough that the last ones
/// of a corpus end at about the same time on all threads.
pub const BYTES: usize = 1 << 20;
/// Files of a block of files, in the mean; opening a file takes as long as reading 20 KB of it.
const FILES: u128 = 64;
/// Files of a block at most, and bytes behind which none is added.
pub const MOST_FILES: usize = 256;
pub const MOST_BYTES: u64 = 4 << 20;

/// Whether a block of files ends behind the file at `path`.
pub fn ends_file(path: &str) -> bool {
    quick(path.as_bytes()).is_multiple_of(FILES)
}

/// Whether a block of about `mean` bytes ends behind `row`, with which it has `size` bytes.
///
/// Behind three quarters of the mean every row may be the last: one of `mean / 4` bytes is for certain, a shorter one with
/// a chance in proportion to its length.
pub fn ends_row(row: &[u8], size: usize, mean: usize) -> bool {
    let quarter = (mean / 4).max(1) as u64;
    // Masking is meant: 64 bits of the hash are as good as all.
    size >= mean - mean / 4 && (size >= 2 * mean || (quick(row) as u64) % quarter < row.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_rows_have_about_the_size_asked_for() {
        for length in [10, 1000, 30_000] {
            let (mut size, mut blocks, mut all) = (0, 0, 0);
            for number in 0..10_000_000 / length {
                let row = format!("{number:>length$}");
                (size, all) = (size + row.len(), all + row.len());
                if ends_row(row.as_bytes(), size, 100_000) {
                    assert!((75_000..=230_000).contains(&size), "{size} bytes in rows of {length}");
                    (size, blocks) = (0, blocks + 1);
                }
            }
            assert!((80_000..130_000).contains(&(all / blocks)), "{} bytes in rows of {length}", all / blocks);
        }
    }
}
