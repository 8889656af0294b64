//! Drawing with printpdf. Fonts are subset here, once for the whole document: with the features this crate
//! builds printpdf with, it would embed them whole.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use printpdf::{
    Codepoint, Color, DictItem, ExternalStream, ExternalXObject, FontId, FontMetrics, Line, LineCapStyle,
    LineDashPattern, LineJoinStyle, LinePoint, Op, PaintMode, ParsedFont, PdfDocument, PdfFont,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rgb, TextItem, TextMatrix, XObject, XObjectId,
    XObjectTransform,
};
use subsetter::GlyphRemapper;

use super::{Dress, Writer, dress};
use crate::error::DocumentError;
use crate::fonts::{FaceId, Fonts};
use crate::layout::lines::{Glyph, Run};
use crate::layout::page::{Dash, Group, Item, Mark, Page, Picture, Rect};
use crate::layout::style::Colour;
use crate::layout::tree::{Role, Tree};

pub(crate) struct PrintpdfWriter<'f> {
    fonts: &'f Fonts,
    document: PdfDocument,
    faces: BTreeMap<FaceId, Subset>,
    /// Roles by node, for the tags of marked content.
    roles: Vec<Role>,
    pen: Pen,
    /// Pages, from 0, that show a picture.
    pictured: BTreeSet<usize>,
}

/// Glyphs of one face that the document uses, and the codes they are written with.
struct Subset {
    glyphs: GlyphRemapper,
    /// What each code stands for. A code says one text; where a glyph is used for a second one (a radical and
    /// the ideograph it looks like), that gets a code of its own.
    texts: HashMap<u16, Box<str>>,
    seconds: BTreeMap<(u16, Box<str>), u16>,
}

/// Codes below are glyphs of the subset; from here on they are second codes of such glyphs.
const SECONDS: u16 = 0x8000;

impl Subset {
    fn new() -> Self {
        Self { glyphs: GlyphRemapper::new(), texts: HashMap::new(), seconds: BTreeMap::new() }
    }

    /// The code with which `glyph` of the face is written where it stands for `text`.
    fn code(&mut self, glyph: u16, text: &str) -> u16 {
        let new = self.glyphs.remap(glyph);
        if **self.texts.entry(new).or_insert_with(|| text.into()) == *text {
            return new;
        }
        let next = SECONDS + u16::try_from(self.seconds.len()).unwrap_or(SECONDS - 1);
        *self.seconds.entry((new, text.into())).or_insert(next)
    }

    /// The glyph of each code, two bytes a code; none where they are the same.
    fn map(&self) -> Option<Vec<u8>> {
        let last = *self.seconds.values().max()?;
        let mut glyphs: Vec<u16> = (0..=last).map(|code| if code < SECONDS { code } else { 0 }).collect();
        for ((glyph, _), code) in &self.seconds {
            glyphs[usize::from(*code)] = *glyph;
        }
        Some(glyphs.into_iter().flat_map(u16::to_be_bytes).collect())
    }
}

/// What is set on the page being drawn.
#[derive(Default)]
struct Pen {
    ops: Vec<Op>,
    height: f32,
    font: Option<(FaceId, f32)>,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: Option<f32>,
}

impl<'f> PrintpdfWriter<'f> {
    pub(crate) fn new(fonts: &'f Fonts, tree: &Tree) -> Self {
        Self {
            fonts,
            document: PdfDocument::new(""),
            faces: BTreeMap::new(),
            roles: tree.nodes().iter().map(|node| node.role).collect(),
            pen: Pen::default(),
            pictured: BTreeSet::new(),
        }
    }

    fn group(&mut self, group: &Group) {
        let (tag, properties) = match group.mark {
            Mark::Content { node, number } => {
                let role = self.roles.get(node.0 as usize).copied().unwrap_or(Role::Span);
                (role.name(), dictionary([("MCID", DictItem::Int(i64::from(number)))]))
            }
            Mark::Layout => ("Artifact", dictionary([("Type", name("Layout"))])),
            Mark::Header => ("Artifact", pagination("Header")),
            Mark::Footer => ("Artifact", pagination("Footer")),
            Mark::Watermark => ("Artifact", pagination("Watermark")),
        };
        self.pen.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.into(), properties });
        let mut in_text = false;
        for item in &group.items {
            let text = matches!(item, Item::Run { .. } | Item::Turned { .. });
            if text != in_text {
                self.pen.ops.push(if text { Op::StartTextSection } else { Op::EndTextSection });
                in_text = text;
            }
            self.item(item);
        }
        if in_text {
            self.pen.ops.push(Op::EndTextSection);
        }
        self.pen.ops.push(Op::EndMarkedContent);
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Run { x, baseline, run } => {
                let matrix = [1.0, 0.0, 0.0, 1.0, round(*x), round(self.pen.height - baseline)];
                self.run(matrix, run);
            }
            Item::Turned { x, baseline, degrees, run } => {
                let (sin, cos) = degrees.to_radians().sin_cos();
                let matrix = [cos, sin, -sin, cos, round(*x), round(self.pen.height - baseline)];
                self.run(matrix, run);
            }
            Item::Rule { from, to, width, colour } => {
                self.pen.line(*width, *colour);
                let points = [*from, *to].map(|point| self.pen.point(point, false)).to_vec();
                self.pen.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Item::Picture { rect, picture } => self.picture(rect, picture),
            Item::Stroke { points, width, colour } => {
                self.pen.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
                self.pen.ops.push(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
                self.pen.line(*width, *colour);
                let points = smooth(points).map(|(point, bezier)| self.pen.point(point, bezier)).collect();
                self.pen.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Item::Fill { rect, colour } => {
                self.pen.fill(*colour);
                let rectangle = self.pen.rectangle(rect, PaintMode::Fill);
                self.pen.ops.push(Op::DrawRectangle { rectangle });
            }
            Item::Outline { rect, width, colour, dash } => {
                self.pen.line(*width, *colour);
                if *dash == Dash::Dashed {
                    let dash = LineDashPattern::new(0.0, &[2.4, 2.0]);
                    self.pen.ops.push(Op::SetLineDashPattern { dash });
                }
                let rectangle = self.pen.rectangle(rect, PaintMode::Stroke);
                self.pen.ops.push(Op::DrawRectangle { rectangle });
                if *dash == Dash::Dashed {
                    self.pen.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
                }
            }
        }
    }

    fn picture(&mut self, rect: &Rect, picture: &Picture) {
        let pixels = |count: u32| DictItem::Int(i64::from(count));
        let map = &mut self.document.resources.xobjects.map;
        let id = XObjectId(format!("Picture{}", map.len()));
        let dict = [
            ("Type", name("XObject")),
            ("Subtype", name("Image")),
            ("Width", pixels(picture.width)),
            ("Height", pixels(picture.height)),
            ("BitsPerComponent", DictItem::Int(8)),
            ("ColorSpace", name("DeviceRGB")),
        ];
        let stream = ExternalStream {
            dict: dict.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
            content: picture.rgb.clone(),
            compress: true,
        };
        let object = ExternalXObject { stream, width: None, height: None, dpi: None };
        map.insert(id.clone(), XObject::External(object));
        let transform = XObjectTransform {
            translate_x: Some(Pt(round(rect.x))),
            translate_y: Some(Pt(round(self.pen.height - rect.y - rect.height))),
            scale_x: Some(round(rect.width)),
            scale_y: Some(round(rect.height)),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.pictured.insert(self.document.pages.len());
        self.pen.ops.push(Op::UseXobject { id, transform });
    }

    fn run(&mut self, matrix: [f32; 6], run: &Run) {
        let subset = self.faces.entry(run.face).or_insert_with(Subset::new);
        let pen = &mut self.pen;
        pen.fill(run.colour);
        if pen.font != Some((run.face, run.size)) {
            pen.font = Some((run.face, run.size));
            let font = PdfFontHandle::External(font_id(run.face));
            pen.ops.push(Op::SetFont { font, size: Pt(run.size) });
        }
        pen.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) });
        let shown = run
            .glyphs
            .iter()
            .map(|glyph| {
                let text = stands_for(run, glyph);
                Codepoint::with_cid(subset.code(glyph.glyph, text), offset(glyph.extra), text.to_owned())
            })
            .collect();
        pen.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(shown)] });
    }

    /// Hands the subset fonts to the engine; gives back the code maps of those that need one, by name.
    fn embed(&mut self) -> Result<Vec<(String, Vec<u8>)>, DocumentError> {
        let mut maps = Vec::new();
        for (id, used) in &self.faces {
            let face = self.fonts.face(*id);
            let program = subsetter::subset(face.data, 0, &used.glyphs)
                .map_err(|error| DocumentError::Broken { part: face.name, reason: error.to_string() })?;
            let mut widths: BTreeMap<u16, u16> =
                used.glyphs.remapped_gids().zip(0..).map(|(old, new)| (new, face.raw_advance(old))).collect();
            for ((glyph, _), code) in &used.seconds {
                widths.insert(*code, widths.get(glyph).copied().unwrap_or(0));
            }
            let metrics = FontMetrics { ascent: face.ascent, descent: face.descent };
            let label = format!("{}+{}", tag(&program), face.name);
            maps.extend(used.map().map(|map| (label.clone(), map)));
            let mut font = ParsedFont::with_glyph_data(
                program,
                0,
                Some(label),
                BTreeMap::new(),
                widths,
                face.units_per_em,
                metrics,
            );
            let [x_min, y_min, x_max, y_max] = face.bounds;
            font.pdf_font_metrics.x_min = x_min;
            font.pdf_font_metrics.y_min = y_min;
            font.pdf_font_metrics.x_max = x_max;
            font.pdf_font_metrics.y_max = y_max;
            font.pdf_font_metrics.us_weight_class = face.weight_class;
            self.document.resources.fonts.map.insert(font_id(*id), PdfFont::new(font));
        }
        Ok(maps)
    }
}

impl Writer for PrintpdfWriter<'_> {
    fn page(&mut self, page: &Page) {
        self.pen = Pen { height: page.height, ..Pen::default() };
        for group in &page.groups {
            self.group(group);
        }
        let frame = printpdf::Rect::from_wh(Pt(page.width), Pt(page.height));
        let ops = std::mem::take(&mut self.pen.ops);
        let sheet = PdfPage { media_box: frame.clone(), trim_box: frame.clone(), crop_box: frame, ops };
        self.document.pages.push(sheet);
    }

    fn finish(mut self, dress: Dress<'_>) -> Result<Vec<u8>, DocumentError> {
        let maps = self.embed()?;
        let options = PdfSaveOptions { subset_fonts: false, image_optimization: None, ..Default::default() };
        let mut warnings = Vec::new();
        let written = self.document.to_lopdf_document(&options, &mut warnings);
        drop(self.document);
        if let Some(warning) = warnings.iter().find(|w| w.severity == printpdf::PdfParseErrorSeverity::Error)
        {
            return Err(DocumentError::Broken { part: "printpdf", reason: warning.msg.clone() });
        }
        dress::finish(written, &maps, &self.pictured, dress)
    }
}

impl Pen {
    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.fill = Some(colour);
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
        }
    }

    fn line(&mut self, width: f32, colour: Colour) {
        if self.stroke != Some(colour) {
            self.stroke = Some(colour);
            self.ops.push(Op::SetOutlineColor { col: rgb(colour) });
        }
        if self.width != Some(width) {
            self.width = Some(width);
            self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
        }
    }

    fn point(&self, [x, y]: [f32; 2], bezier: bool) -> LinePoint {
        LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(self.height - y)) }, bezier }
    }

    fn rectangle(&self, rect: &Rect, mode: PaintMode) -> printpdf::Rect {
        printpdf::Rect {
            x: Pt(round(rect.x)),
            y: Pt(round(self.height - rect.y - rect.height)),
            width: Pt(round(rect.width)),
            height: Pt(round(rect.height)),
            mode: Some(mode),
            winding_order: None,
        }
    }
}

/// A curve that touches the middles between points, as the pad draws it: points of a path, with whether each
/// is a handle of a cubic curve.
fn smooth(points: &[[f32; 2]]) -> impl Iterator<Item = ([f32; 2], bool)> {
    let mut path = Vec::with_capacity(points.len() * 3);
    let towards = |from: [f32; 2], to: [f32; 2], part: f32| {
        [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
    };
    if let Some(first) = points.first() {
        path.push((*first, false));
        let mut pen = *first;
        for pair in points.windows(2).skip(1) {
            let (handle, end) = (pair[0], towards(pair[0], pair[1], 0.5));
            let third = 2.0 / 3.0;
            path.extend([
                (towards(pen, handle, third), true),
                (towards(end, handle, third), true),
                (end, false),
            ]);
            pen = end;
        }
        path.extend(points.last().filter(|_| points.len() > 1).map(|last| (*last, false)));
    }
    path.into_iter()
}

/// The text a glyph stands for: every kind of space is a plain one.
fn stands_for<'r>(run: &'r Run, glyph: &Glyph) -> &'r str {
    let start = glyph.start as usize;
    let text = &run.text[start..start + usize::from(glyph.length)];
    if text.chars().all(char::is_whitespace) && !text.is_empty() && text != "\u{3000}" { " " } else { text }
}

/// A TJ number moves left.
fn offset(extra: i32) -> f32 {
    // Kerning is far below the range in which f32 counts whole numbers exactly.
    #[allow(clippy::cast_precision_loss)]
    let extra = extra as f32;
    -extra
}

pub(super) fn font_id(face: FaceId) -> FontId {
    FontId(format!("Face{}", face.0))
}

/// Six letters from the glyphs themselves: two different subsets of a face never share a name.
fn tag(program: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(program)[..6].iter().map(|byte| char::from(b'A' + byte % 26)).collect()
}

fn rgb(Colour(r, g, b): Colour) -> Color {
    let part = |value: u8| round3(f32::from(value) / 255.0);
    Color::Rgb(Rgb::new(part(r), part(g), part(b), None))
}

/// A hundredth of a point.
fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn round3(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn dictionary<const N: usize>(entries: [(&str, DictItem); N]) -> DictItem {
    DictItem::Dict { map: entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect() }
}

fn pagination(subtype: &str) -> DictItem {
    dictionary([("Type", name("Pagination")), ("Subtype", name(subtype))])
}
