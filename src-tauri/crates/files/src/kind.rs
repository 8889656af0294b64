//! What kind of file something is, by its first bytes.

/// Bytes that are looked at.
pub(crate) const HEAD: usize = 4096;

/// How an exported audit trail begins.
const TRAIL: &[u8] = b"{\"audit_trail\":";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Takes the place of any other and can be replaced by any: nothing is lost.
    Empty,
    /// Workbooks and other documents of office programs, which are all archives.
    Zip,
    Json,
    /// An exported audit trail: lines of JSON that are not to be taken for any other.
    Trail,
    Text,
    /// A kind with marks of its own, by its media type.
    Marked(&'static str),
    /// Anything else. An encrypted file is of this kind.
    Unknown,
}

impl Kind {
    /// Of a file that begins with `head`.
    pub(crate) fn of(head: &[u8]) -> Self {
        if head.is_empty() {
            return Self::Empty;
        }
        if head.starts_with(b"PK\x03\x04") {
            return Self::Zip;
        }
        match infer::get(head) {
            Some(kind) if !is_text(head) => Self::Marked(kind.mime_type()),
            _ if !is_text(head) => Self::Unknown,
            _ => match head.iter().find(|byte| !byte.is_ascii_whitespace()) {
                _ if head.starts_with(TRAIL) => Self::Trail,
                Some(b'{' | b'[') => Self::Json,
                _ if head.starts_with(b"%PDF-") => Self::Marked("application/pdf"),
                _ => Self::Text,
            },
        }
    }

    /// Whether a file of this kind may take the place of one that is `there`.
    pub(crate) fn may_replace(self, there: Self) -> bool {
        there == Self::Empty || (self == there && self != Self::Unknown)
    }
}

/// Whatever its encoding, a text has no control characters but those that part its lines and columns. Of an encrypted
/// page one byte in nine is another.
fn is_text(head: &[u8]) -> bool {
    head.iter().all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_takes_the_place_of_its_own_kind_alone() {
        let pdf = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj".as_slice();
        let plain_pdf = b"%PDF-1.7\n1 0 obj".as_slice();
        let workspace = [0x9c, 0x01, 0xfe, 0x77].repeat(1024);
        let log = b"\x37\x7f\x06\x82\x00\x2d\xe2\x18".as_slice();
        let (csv, gbk) = ("编号,名称\r\n".as_bytes(), b"\xb1\xe0\xba\xc5,\xc3\xfb\xb3\xc6\r\n".as_slice());
        let trail = br#"{"audit_trail":{"version":1}}"#.as_slice();
        let json = br#"{"format":7}"#.as_slice();
        let (png, book) = (b"\x89PNG\r\n\x1a\n".as_slice(), b"PK\x03\x04\x14\x00".as_slice());
        let all = [pdf, &workspace, log, csv, trail, json, png, book];
        let same = [(pdf, plain_pdf), (csv, gbk)];
        for (new, there) in all.iter().flat_map(|new| all.iter().map(move |there| (*new, *there))) {
            let expected = new == there && new != workspace && new != log;
            assert_eq!(Kind::of(new).may_replace(Kind::of(there)), expected, "{new:?} over {there:?}");
        }
        for (new, there) in same {
            assert!(Kind::of(new).may_replace(Kind::of(there)) && Kind::of(there).may_replace(Kind::of(new)));
        }
        assert!(Kind::of(&workspace).may_replace(Kind::of(b"")));
    }
}
