//! Lessons learned, offered when a similar project starts.

use super::kept;

kept! {
    /// What the next project should know.
    Lesson(LessonId) as LessonFields in "LS-"
    texts { title, text }
    fields {
        /// What it is about: `procurement`, `alarm-path`.
        tags: Vec<String>,
        /// The number of the record that it came from.
        source: String,
    }
}
