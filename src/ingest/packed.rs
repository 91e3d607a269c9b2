//! What a part of the input gave besides its articles, as bytes and back.

use super::Read;
use super::article::{Input, Skipped};
use crate::base::packed::{Pack, Unpack};

/// Appends the files and the skipped rows of `read`.
pub fn pack(read: &Read, pack: &mut Pack) {
    pack.number(read.inputs.len() as u64);
    for Input { path, bytes, sha256 } in &read.inputs {
        pack.text(path);
        pack.number(*bytes);
        pack.text(sha256);
    }
    pack.number(read.skipped.len() as u64);
    for Skipped { path, line, reason } in &read.skipped {
        pack.text(path);
        pack.list(line.as_slice());
        pack.text(reason);
    }
}

/// What was packed; `None` of anything else.
pub fn unpack(packed: &mut Unpack<'_>) -> Option<Read> {
    let input = |packed: &mut Unpack<'_>| {
        let (path, bytes, sha256) = (packed.text()?.to_owned(), packed.number()?, packed.text()?.to_owned());
        Some(Input { path, bytes, sha256 })
    };
    let skipped = |packed: &mut Unpack<'_>| {
        let (path, line, reason) = (packed.text()?.to_owned(), packed.list()?, packed.text()?.to_owned());
        Some(Skipped { path, line: line.first().copied(), reason })
    };
    let inputs = (0..packed.number()?).map(|_| input(packed)).collect::<Option<_>>()?;
    let skipped = (0..packed.number()?).map(|_| skipped(packed)).collect::<Option<_>>()?;
    Some(Read { inputs, skipped, begun: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back() {
        let input = Input { path: "a.txt".to_owned(), bytes: 3, sha256: "ab".to_owned() };
        let rows = [("b.csv", Some(7), "no text"), ("c.txt", None, "empty")];
        let skipped = rows.map(|(path, line, reason)| Skipped::new(path, line, reason)).to_vec();
        let mut packed = Pack::default();
        pack(&Read { inputs: vec![input.clone()], skipped: skipped.clone(), begun: 9 }, &mut packed);
        let bytes = packed.bytes();
        let read = unpack(&mut Unpack::of(bytes)).unwrap();
        assert_eq!((read.inputs, read.skipped), (vec![input], skipped));
        (0..bytes.len()).for_each(|length| assert!(unpack(&mut Unpack::of(&bytes[..length])).is_none()));
    }
}
