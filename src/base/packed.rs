//! Values one behind the other as bytes, and back, for what this machine alone reads again.
//!
//! Whoever unpacks has checked that the bytes are those that were packed. A length that does not fit is an end all the
//! same, never a panic.

use bytemuck::Pod;

/// Bytes in the making, in a buffer that is filled again and again.
#[derive(Debug, Default)]
pub struct Pack(Vec<u8>);

impl Pack {
    /// Forgets what was packed.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn number(&mut self, number: u64) {
        self.0.extend(number.to_le_bytes());
    }

    pub fn text(&mut self, text: &str) {
        self.list(text.as_bytes());
    }

    pub fn list<T: Pod>(&mut self, items: &[T]) {
        self.number(items.len() as u64);
        self.0.extend_from_slice(bytemuck::cast_slice(items));
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Bytes that are read from their start.
#[derive(Clone, Copy, Debug)]
pub struct Unpack<'b>(&'b [u8]);

impl<'b> Unpack<'b> {
    pub fn of(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    pub fn number(&mut self) -> Option<u64> {
        let (number, rest) = self.0.split_first_chunk::<8>()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*number))
    }

    pub fn text(&mut self) -> Option<&'b str> {
        std::str::from_utf8(self.bytes(1)?).ok()
    }

    pub fn list<T: Pod>(&mut self) -> Option<Vec<T>> {
        self.bytes(size_of::<T>()).map(bytemuck::pod_collect_to_vec)
    }

    /// `Some` if nothing is left.
    pub fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    /// The bytes of a list whose items have `size` bytes.
    fn bytes(&mut self, size: usize) -> Option<&'b [u8]> {
        let length = usize::try_from(self.number()?).ok()?.checked_mul(size)?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back_and_what_was_cut_does_not() {
        let mut pack = Pack::default();
        pack.number(7);
        pack.text("Пхеньян");
        pack.list(&[[1u32, 2], [3, u32::MAX]]);
        pack.list::<u16>(&[]);
        let bytes = pack.bytes().to_vec();
        let unpack = |bytes: &[u8]| {
            let mut unpack = Unpack::of(bytes);
            let all = (unpack.number()?, unpack.text()?.to_owned(), unpack.list::<[u32; 2]>()?, unpack.list::<u16>()?);
            unpack.end().map(|()| all)
        };
        assert_eq!(unpack(&bytes), Some((7, "Пхеньян".to_owned(), vec![[1, 2], [3, u32::MAX]], vec![])));
        (0..bytes.len()).for_each(|length| assert_eq!(unpack(&bytes[..length]), None));
        assert_eq!(unpack(&[bytes.as_slice(), b"x"].concat()), None);
    }
}
