//! PDF files as a person who means harm would write them.

/// Writes objects one after the other and remembers where they stand.
#[derive(Default)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub offsets: Vec<(u32, usize)>,
}

impl Pdf {
    pub fn new() -> Self {
        Self { bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), offsets: Vec::new() }
    }

    pub fn object(&mut self, number: u32, body: &[u8]) -> &mut Self {
        self.offsets.push((number, self.bytes.len()));
        self.bytes.extend(format!("{number} 0 obj\n").into_bytes());
        self.bytes.extend(body);
        self.bytes.extend(b"\nendobj\n");
        self
    }

    pub fn stream(&mut self, number: u32, keys: &str, content: &[u8]) -> &mut Self {
        let mut body = format!("<<{keys}/Length {}>>stream\n", content.len()).into_bytes();
        body.extend(content);
        body.extend(b"\nendstream");
        self.object(number, &body)
    }

    /// A catalog with one page, as the objects 1 to 3, whose keys are added to.
    pub fn with_a_page(catalog: &str) -> Self {
        let mut pdf = Self::new();
        pdf.object(1, format!("<</Type/Catalog/Pages 2 0 R{catalog}>>").as_bytes());
        pdf.object(2, b"<</Type/Pages/Count 1/Kids[3 0 R]>>");
        pdf.object(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
        pdf
    }

    /// The file with a table of all objects.
    pub fn table(mut self, trailer: &str) -> Vec<u8> {
        let section = self.bytes.len();
        self.bytes.extend(b"xref\n0 1\n0000000000 65535 f \n");
        for (number, offset) in &self.offsets {
            self.bytes.extend(format!("{number} 1\n{offset:010} 00000 n \n").into_bytes());
        }
        let size = self.offsets.iter().map(|(number, _)| number + 1).max().unwrap_or(1);
        self.bytes.extend(format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\n").into_bytes());
        self.ended(section)
    }

    /// The file with a stream that lists the objects, and those in object streams by container and place. `parms` goes
    /// into its dictionary; `rows` may be written over.
    pub fn listing(
        mut self,
        packed: &[(u32, u32, u16)],
        parms: &str,
        rows: Option<(&str, Vec<u8>)>,
    ) -> Vec<u8> {
        let section = self.bytes.len();
        let mut all: Vec<(u32, [u8; 7])> = Vec::new();
        for (number, offset) in &self.offsets {
            let [a, b, c, d] = u32::try_from(*offset).unwrap().to_be_bytes();
            all.push((*number, [1, a, b, c, d, 0, 0]));
        }
        for (number, container, place) in packed {
            let ([a, b, c, d], [e, f]) = (container.to_be_bytes(), place.to_be_bytes());
            all.push((*number, [2, a, b, c, d, e, f]));
        }
        all.sort_unstable();
        let runs: Vec<String> = all.iter().map(|(number, _)| format!("{number} 1")).collect();
        let (shape, content) = match rows {
            Some((shape, content)) => (shape.to_owned(), content),
            None => {
                let content: Vec<u8> = all.iter().flat_map(|(_, row)| *row).collect();
                (format!("/W[1 4 2]/Index[{}]", runs.join(" ")), content)
            }
        };
        let number = all.last().map_or(1, |(number, _)| number + 1);
        let keys = format!("/Type/XRef/Root 1 0 R/Size {}{shape}{parms}", number + 1);
        self.stream(number, &keys, &content);
        self.ended(section)
    }

    pub fn ended(mut self, section: usize) -> Vec<u8> {
        self.bytes.extend(format!("startxref\n{section}\n%%EOF\n").into_bytes());
        self.bytes
    }
}
