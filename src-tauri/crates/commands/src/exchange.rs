//! Tables and single records out: what the window shows, as a file.

use std::path::Path;

use hefu_api::Failure;
use hefu_api::exchange::{ExportSheet, ExportTable, Holds, SheetExported, TableExported};
use hefu_api::failure::Problem;
use hefu_documents::{RecordSheet, SheetField, record_sheet};
use hefu_exchange::{Cell, ExportError, Sheet, write_csv, write_xlsx};
use uuid::Uuid;

use crate::document::{FONTS, of_document};
use crate::failure::{CommandError, invalid};
use crate::session::OnProgress;

pub(crate) fn export_table(request: ExportTable, _: OnProgress<'_>) -> Result<TableExported, CommandError> {
    let holds: Vec<Holds> = request.columns.iter().map(|column| column.holds).collect();
    let sheet = Sheet {
        name: request.name,
        heading: request.columns.into_iter().map(|column| column.heading).collect(),
        rows: request.rows.into_iter().map(|row| cells(row, &holds)).collect(),
    };
    let path = Path::new(&request.path);
    let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default().to_lowercase();
    let written = match kind.as_str() {
        "xlsx" => write_xlsx(&sheet, request.date),
        "csv" => write_csv(&sheet),
        _ => return Err(invalid("table", "path", Problem::Unknown).into()),
    };
    let bytes = written.map_err(|error| match error {
        ExportError::TextTooLong => invalid("table", "text", Problem::TooLong),
        ExportError::TooLarge => invalid("table", "text", Problem::OutOfRange),
        error => Failure::Internal { reason: error.to_string() },
    })?;
    hefu_files::write(path, &bytes)?;
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    Ok(TableExported { path: request.path, rows })
}

pub(crate) fn export_sheet(request: ExportSheet, _: OnProgress<'_>) -> Result<SheetExported, CommandError> {
    let facts = format!("{} {} {:?}", request.kind, request.title, request.fields);
    let fields = request.fields.into_iter();
    let sheet = RecordSheet {
        kind: request.kind,
        title: request.title,
        fields: fields.map(|field| SheetField { label: field.label, value: field.value }).collect(),
        date: request.date,
        id: Uuid::new_v5(&Uuid::NAMESPACE_OID, facts.as_bytes()),
    };
    let pdf = record_sheet(&sheet, &FONTS).map_err(of_document)?;
    hefu_files::write(Path::new(&request.path), &pdf)?;
    Ok(SheetExported { path: request.path, size_bytes: pdf.len() as u64 })
}

fn cells(row: Vec<String>, holds: &[Holds]) -> Vec<Cell> {
    row.into_iter()
        .enumerate()
        .map(|(place, text)| match (holds.get(place), text.parse()) {
            _ if text.is_empty() => Cell::Blank,
            (Some(Holds::Number), Ok(number)) => Cell::Number(number),
            _ => Cell::Text(text),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use hefu_api::exchange::ExportColumn;

    use super::*;

    fn request(path: &Path) -> ExportTable {
        let column = |heading: &str, holds| ExportColumn { heading: heading.into(), holds };
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        ExportTable {
            path: path.display().to_string(),
            name: "范围".into(),
            date: "2026-09-28".parse().unwrap(),
            columns: vec![
                column("编号", Holds::Text),
                column("Requirement", Holds::Text),
                column("Evidence", Holds::Number),
            ],
            rows: vec![row(["R-001", "广州双可用区专属云", "2"]), row(["R-002", "=1+1", ""])],
        }
    }

    #[test]
    fn a_table_goes_out_as_it_is_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("scope.csv");
        let done = export_table(request(&path), &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(done.rows, 2);
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines, ["编号,Requirement,Evidence", "R-001,广州双可用区专属云,2", "R-002,'=1+1,"]);
        let workbook = folder.path().join("scope.xlsx");
        export_table(request(&workbook), &mut |_| ControlFlow::Continue(())).unwrap();
        let back = hefu_exchange::Book::from_bytes(&std::fs::read(workbook).unwrap()).unwrap();
        let rows = &back.grids[0].rows;
        assert_eq!(rows.len(), 3);
        let cells: Vec<&str> = rows[1].cells.iter().map(|cell| cell.words.as_str()).collect();
        assert_eq!(cells, ["R-001", "广州双可用区专属云", "2"]);
    }

    #[test]
    fn another_kind_of_file_is_refused() {
        let refused = export_table(request(Path::new("scope.pdf")), &mut |_| ControlFlow::Continue(()));
        assert!(
            matches!(Failure::from(refused.unwrap_err()), Failure::Invalid { field, .. } if field == "path")
        );
    }
}
