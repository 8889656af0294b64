//! What makes a drawn file an archival one: PDF/A-3a and PDF/UA-1.

use std::collections::BTreeSet;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, text_string};

use super::{Archival, Dress, attachment, form, metadata, outline, profile, structure};
use crate::error::DocumentError;

/// Turns what the engine wrote into the bytes of a file. `pictured` are the pages, from 0, that show pictures.
pub(super) fn finish(
    mut document: Document,
    maps: &[(String, Vec<u8>)],
    pictured: &BTreeSet<usize>,
    dress: Dress<'_>,
) -> Result<Vec<u8>, DocumentError> {
    document.version = "1.7".into();
    // The engine's own dictionary says when it ran; the object stays, its contents are ours.
    let info = match document.trailer.get(b"Info").and_then(Object::as_reference) {
        Ok(info) => info,
        Err(_) => document.new_object_id(),
    };
    document.set_object(info, Dictionary::new());
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for page in &pages {
        if let Ok(page) = document.get_object_mut(*page).and_then(Object::as_dict_mut) {
            page.remove(b"Annots");
            page.remove(b"TrimBox");
            page.remove(b"CropBox");
        }
    }
    drop_unused_resources(&mut document, &pages, pictured);
    map_codes(&mut document, maps);
    match dress {
        Dress::None => {}
        Dress::Plain => {
            document.trailer.remove(b"ID");
            compress(&mut document)?;
        }
        Dress::Archival(archival) => {
            archive(&mut document, &pages, archival)?;
            document.set_object(info, metadata::information(archival));
            compress(&mut document)?;
        }
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(|error| broken(&error))?;
    Ok(bytes)
}

fn archive(
    document: &mut Document,
    pages: &[ObjectId],
    archival: &Archival<'_>,
) -> Result<(), DocumentError> {
    let font = any_font(document, pages);
    let form = form::add(document, archival.pages, pages, font);
    let tree = structure::add(document, archival.tree, archival.pages, pages, &form.widgets);
    let outline = outline::add(document, archival.anchors, archival.pages, pages);
    let file = archival.attachment.map(|file| (file.name, attachment::attach(document, archival, &file)));

    dress_pages(document, pages, archival, &form.widgets);

    let mut xmp = Dictionary::new();
    xmp.set("Type", "Metadata");
    xmp.set("Subtype", "XML");
    // Readers of metadata alone must find it uncompressed.
    let xmp = document.add_object(Stream::new(xmp, metadata::xmp(archival)).with_compression(false));
    let intent = output_intent(document);

    let catalog = document.catalog_mut().map_err(|error| broken(&error))?;
    catalog.set("Metadata", xmp);
    catalog.set("OutputIntents", vec![Object::Reference(intent)]);
    catalog.set("Lang", text_string(archival.language));
    let mut marked = Dictionary::new();
    marked.set("Marked", Object::Boolean(true));
    catalog.set("MarkInfo", marked);
    catalog.set("StructTreeRoot", tree);
    let mut viewer = Dictionary::new();
    viewer.set("DisplayDocTitle", Object::Boolean(true));
    catalog.set("ViewerPreferences", viewer);
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    if let Some(form) = form.dictionary {
        catalog.set("AcroForm", form);
    }
    if let Some((name, file)) = file {
        catalog.set("AF", vec![Object::Reference(file)]);
        let mut files = Dictionary::new();
        files.set("Names", vec![text_string(name), Object::Reference(file)]);
        let mut names = Dictionary::new();
        names.set("EmbeddedFiles", files);
        catalog.set("Names", names);
    }

    let id = |bytes: [u8; 16]| Object::String(bytes.to_vec(), lopdf::StringFormat::Hexadecimal);
    document.trailer.set("ID", archival.id.map(id).to_vec());
    Ok(())
}

/// Gives every page its place in the structure, and the fields that lie on it.
fn dress_pages(document: &mut Document, pages: &[ObjectId], archival: &Archival<'_>, widgets: &[ObjectId]) {
    let mut widgets = widgets.iter();
    for (key, (id, page)) in pages.iter().zip(archival.pages).enumerate() {
        let Ok(sheet) = document.get_object_mut(*id).and_then(Object::as_dict_mut) else { continue };
        sheet.set("StructParents", Object::Integer(i64::try_from(key).unwrap_or(i64::MAX)));
        sheet.set("Tabs", "S");
        let annotations: Vec<Object> =
            widgets.by_ref().take(page.fields.len()).map(|widget| Object::Reference(*widget)).collect();
        if !annotations.is_empty() {
            sheet.set("Annots", annotations);
        }
    }
}

fn output_intent(document: &mut Document) -> ObjectId {
    let mut profile = Dictionary::new();
    profile.set("N", Object::Integer(3));
    let profile = document.add_object(Stream::new(profile, profile::srgb()));
    let mut intent = Dictionary::new();
    intent.set("Type", "OutputIntent");
    intent.set("S", "GTS_PDFA1");
    intent.set("OutputConditionIdentifier", text_string("sRGB IEC61966-2.1"));
    intent.set("Info", text_string("sRGB IEC61966-2.1"));
    intent.set("DestOutputProfile", profile);
    document.add_object(intent)
}

/// The engine gives every page dictionaries of things it has none of, and every picture of the file.
fn drop_unused_resources(document: &mut Document, pages: &[ObjectId], pictured: &BTreeSet<usize>) {
    let resources: Vec<(usize, ObjectId)> = pages
        .iter()
        .enumerate()
        .filter_map(|(index, page)| {
            let resources = document.get_dictionary(*page).ok()?.get(b"Resources").ok()?;
            Some((index, resources.as_reference().ok()?))
        })
        .collect();
    for (index, id) in resources {
        if let Ok(resources) = document.get_object_mut(id).and_then(Object::as_dict_mut) {
            if !pictured.contains(&index) {
                resources.remove(b"XObject");
            }
            for kind in ["ExtGState", "Shading"] {
                resources.remove(kind.as_bytes());
            }
        }
    }
}

/// Says which glyph a code means, for the fonts in which that is not the code itself.
fn map_codes(document: &mut Document, maps: &[(String, Vec<u8>)]) {
    for (name, map) in maps {
        let stream = document.add_object(Stream::new(Dictionary::new(), map.clone()));
        let fonts = document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
        let named = |font: &&mut Dictionary| {
            font.has(b"DescendantFonts")
                && font.get(b"BaseFont").and_then(Object::as_name).is_ok_and(|base| base == name.as_bytes())
        };
        for font in fonts.filter(named) {
            let descendants = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut);
            for descendant in descendants.into_iter().flatten() {
                if let Ok(descendant) = descendant.as_dict_mut() {
                    descendant.set("CIDToGIDMap", stream);
                }
            }
        }
    }
}

fn any_font(document: &Document, pages: &[ObjectId]) -> Option<ObjectId> {
    let resources = document.get_dictionary(*pages.first()?).ok()?.get(b"Resources").ok()?;
    let (_, resources) = document.dereference(resources).ok()?;
    let (_, fonts) = document.dereference(resources.as_dict().ok()?.get(b"Font").ok()?).ok()?;
    fonts.as_dict().ok()?.iter().next()?.1.as_reference().ok()
}

/// Streams are independent: as many at a time as there are processors. The bytes do not depend on how many.
fn compress(document: &mut Document) -> Result<(), DocumentError> {
    let mut streams: Vec<&mut Stream> = document
        .objects
        .values_mut()
        .filter_map(|object| object.as_stream_mut().ok())
        .filter(|stream| {
            stream.allows_compression && !stream.dict.has(b"Filter") && stream.content.len() > 64
        })
        .collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = streams.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let workers: Vec<_> = streams
            .chunks_mut(share)
            .map(|chunk| scope.spawn(|| chunk.iter_mut().try_for_each(|stream| deflate(stream))))
            .collect();
        workers.into_iter().try_for_each(|worker| match worker.join() {
            Ok(done) => done.map_err(|error| broken(&error)),
            Err(_) => Err(DocumentError::Broken { part: "flate2", reason: "a thread panicked".into() }),
        })
    })
}

/// Compresses a stream where that makes it shorter. A line end follows the data in the file: data that ended
/// with one itself would leave readers to guess its length, so such data is padded where it may be, or stays
/// as it is.
fn deflate(stream: &mut Stream) -> std::io::Result<()> {
    let mut compressed = zlib(&stream.content)?;
    while ends_a_line(&compressed) {
        if stream.dict.has(b"Length1") {
            // Not zero: the checksum that ends compressed data does not see zeros.
            stream.content.push(1);
            let length = i64::try_from(stream.content.len()).unwrap_or(i64::MAX);
            stream.dict.set("Length1", Object::Integer(length));
        } else if stream.dict.has(b"Type") || stream.dict.has(b"N") {
            return Ok(());
        } else {
            stream.content.push(b' ');
        }
        compressed = zlib(&stream.content)?;
    }
    if compressed.len() < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(compressed);
    }
    Ok(())
}

fn zlib(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 3), Compression::new(6));
    encoder.write_all(content)?;
    encoder.finish()
}

fn ends_a_line(bytes: &[u8]) -> bool {
    bytes.last().is_some_and(|byte| matches!(byte, b'\r' | b'\n'))
}

fn broken(error: &impl ToString) -> DocumentError {
    DocumentError::Broken { part: "lopdf", reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::ZlibDecoder;
    use lopdf::dictionary;

    use super::*;

    /// The last byte of compressed data is the lowest of the Adler-32 sum: one more than the sum of all bytes.
    #[test]
    fn whatever_a_font_sums_to_its_stream_ends_without_a_line_end() {
        for sum in 0..=u8::MAX {
            let mut content = vec![0; 2000];
            content[0] = sum;
            let mut stream = Stream::new(dictionary! { "Length1" => 2000 }, content.clone());
            deflate(&mut stream).unwrap();
            assert!(!ends_a_line(&stream.content), "{sum}");
            let mut back = Vec::new();
            ZlibDecoder::new(stream.content.as_slice()).read_to_end(&mut back).unwrap();
            assert!(back.starts_with(&content), "{sum}");
            let length = stream.dict.get(b"Length1").unwrap().as_i64().unwrap();
            assert_eq!(back.len() as i64, length, "{sum}");
        }
    }
}
