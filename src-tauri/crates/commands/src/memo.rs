//! What was read of the open workspace, kept until a row is written that it rests on.
//!
//! The memo follows the journal: the images of what was written since say which rows they were. A value says what it
//! rests on, and a row concerns it when the row is one of its records, or names one of which it shows the parts, before
//! the act or after it. So a new finding of a round that was read is noticed, and one of another project is not, even
//! when the manager of both has marked it.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use hefu_store::{Reader, RowWritten, Store, StoreError};
use uuid::Uuid;

use crate::failure::CommandError;

/// What a value was made of.
pub(crate) struct RestsOn {
    /// Records of which it shows something.
    pub records: HashSet<Uuid>,
    /// Records of which it shows the parts: every row that names one.
    pub wholes: HashSet<Uuid>,
}

struct Kept {
    rests_on: RestsOn,
    value: Arc<dyn Any + Send + Sync>,
}

#[derive(Default)]
struct Readings {
    /// Entries of the workspace chain that were followed.
    followed: u64,
    kept: HashMap<(TypeId, Uuid), Kept>,
}

impl Readings {
    /// Forgets what rests on a row that was written since.
    fn follow(&mut self, store: &Store) -> Result<(), StoreError> {
        let written = store.written()?;
        if written == self.followed {
            return Ok(());
        }
        match store.rows_written_since(self.followed)? {
            Some(rows) if written > self.followed => {
                self.kept.retain(|_, kept| !rows.iter().any(|row| concerns(row, &kept.rests_on)));
            }
            // What an act did that left no images, or another file's chain: nothing is known of it.
            _ => self.kept.clear(),
        }
        self.followed = written;
        Ok(())
    }
}

fn concerns(row: &RowWritten, rests_on: &RestsOn) -> bool {
    let RestsOn { records, wholes } = rests_on;
    records.contains(&row.id)
        || wholes.contains(&row.id)
        || row.names.iter().any(|named| wholes.contains(named))
}

/// What was read of one workspace; it goes with it.
#[derive(Default)]
pub(crate) struct Memo {
    readings: RefCell<Readings>,
    slots: Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
}

impl Memo {
    /// The value of its type for `of`, read anew when it is not kept; `read` says with it what it rests on.
    /// Errors: what reading meets.
    pub(crate) fn reading<T: Any + Send + Sync>(
        &self,
        store: &Store,
        of: Uuid,
        read: impl FnOnce(&Reader<'_>) -> Result<(T, RestsOn), CommandError>,
    ) -> Result<Arc<T>, CommandError> {
        let key = (TypeId::of::<T>(), of);
        {
            let mut readings = self.readings.borrow_mut();
            readings.follow(store)?;
            let kept = readings.kept.get(&key).map(|kept| Arc::clone(&kept.value));
            if let Some(Ok(value)) = kept.map(Arc::downcast::<T>) {
                return Ok(value);
            }
        }
        let (value, rests_on) = read(&store.reader())?;
        let value = Arc::new(value);
        let kept = Kept { rests_on, value: Arc::clone(&value) as Arc<dyn Any + Send + Sync> };
        self.readings.borrow_mut().kept.insert(key, kept);
        Ok(value)
    }

    /// One thing of its type that goes with the workspace and looks itself whether it still holds.
    pub(crate) fn slot<T: Any + Send + Default>(&self) -> Arc<Mutex<T>> {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = slots
            .entry(TypeId::of::<T>())
            .or_insert_with(|| Arc::new(Mutex::new(T::default())) as Arc<dyn Any + Send + Sync>);
        Arc::clone(slot).downcast::<Mutex<T>>().unwrap_or_default()
    }
}
