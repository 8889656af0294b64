//! How a page is drawn: by the graphics processor, or, on a machine without one, as few pixels as changed.

/// Draws pages the way this machine is quick at; to be called before anything else of the window.
///
/// WebKitGTK puts the whole window together anew for each frame. A graphics processor does that in no time; a
/// machine without one, like a virtual desktop, needs 20 to 60 ms, and the screen lags behind what is typed. Without
/// compositing only what changed is drawn, which takes such a machine a few. A person who has set the variable
/// herself has her way.
///
/// Source: WebKitGTK's environment variables. Its setting for one view is no substitute: a view begins with
/// compositing, and to take it away from a second one ends the page's process (2.50.6).
#[cfg(target_os = "linux")]
pub(crate) fn suit_machine() {
    if !linux::has_renderer(std::path::Path::new(linux::DEVICES)) {
        // An environment that takes no more leaves the window as slow as it was.
        let _ = glib::setenv("WEBKIT_DISABLE_COMPOSITING_MODE", "1", false);
    }
}

/// The webviews of the other systems choose for themselves.
#[cfg(not(target_os = "linux"))]
pub(crate) fn suit_machine() {}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::path::Path;

    /// Where the kernel lists what can draw.
    pub(super) const DEVICES: &str = "/dev/dri";

    /// Whether one of these devices renders, and does not merely drive a screen.
    pub(super) fn has_renderer(devices: &Path) -> bool {
        let Ok(devices) = fs::read_dir(devices) else { return false };
        devices.flatten().any(|device| device.file_name().as_encoded_bytes().starts_with(b"renderD"))
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_machine_without_a_device_that_renders_has_no_graphics_processor() {
            for (names, renders) in
                [(&[][..], false), (&["card0"], false), (&["by-path", "card0", "renderD128"], true)]
            {
                let devices = tempfile::tempdir().unwrap();
                for name in names {
                    fs::write(devices.path().join(name), "").unwrap();
                }
                assert_eq!(has_renderer(devices.path()), renders, "{names:?}");
            }
            let none = tempfile::tempdir().unwrap();
            assert!(!has_renderer(&none.path().join("dri")));
        }
    }
}
