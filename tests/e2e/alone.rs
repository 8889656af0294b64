//! The program keeps to this machine: a session opens no connection but to it, and a page can neither load nor go
//! anywhere else.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use hefu_tests::sample::{Home, visit};
use hefu_tests::window::{Launch, Result, Window};
use hefu_tests::{places, programs, routes};

#[tokio::test]
async fn a_session_opens_no_socket_but_local_ones() -> Result<()> {
    let home = Home::with_sample()?;
    let traced = home.path().join("traced");
    let log = home.path().join("sockets.log");
    let hefu = programs::built("hefu");
    let script = format!(
        "#!/bin/sh\nexec strace -f -qq -e trace=connect,sendto,bind -o '{}' '{}' \"$@\"\n",
        log.display(),
        hefu.display()
    );
    fs::write(&traced, script)?;
    fs::set_permissions(&traced, fs::Permissions::from_mode(0o755))?;
    let window =
        Window::open(&Launch { program: traced, ..Launch::at(home.path()).on_sample(&home.sample()) })
            .await?;
    window.click("unlock-workspace").await?;
    window.find("page-today").await?;
    let places = places::of_sample(&window).await?;
    for route in routes::all() {
        visit(&window, &routes::filled(&route, |name| places.of(name))).await?;
    }
    window.close().await?;

    let log = fs::read_to_string(log)?;
    assert!(
        log.contains("AF_UNIX"),
        "the screen is reached by a local socket, so the trace has some:\n{log}"
    );
    let outside: Vec<&str> = log
        .lines()
        .filter(|line| line.contains("AF_INET"))
        .filter(|line| !line.contains("127.0.0.1") && !line.contains("\"::1\""))
        .collect();
    assert_eq!(outside, Vec::<&str>::new());
    Ok(())
}

/// Each tries to leave, and says what came of it.
const WAYS_OUT: [(&str, &str); 5] = [
    ("fetch", "fetch('http://127.0.0.1:9/').then(() => done('left'), () => done('kept'))"),
    (
        "an image",
        "const i = new Image(); i.onload = () => done('left'); i.onerror = () => done('kept'); i.src = 'http://127.0.0.1:9/a.png'",
    ),
    (
        "a script",
        "const s = document.createElement('script'); s.onload = () => done('left'); s.onerror = () => done('kept'); s.src = 'http://127.0.0.1:9/a.js'; document.head.append(s)",
    ),
    (
        "a socket",
        "try { const w = new WebSocket('ws://127.0.0.1:9/'); w.onopen = () => done('left'); w.onerror = () => done('kept') } catch { done('kept') }",
    ),
    ("a window", "done(window.open('http://127.0.0.1:9/') === null ? 'kept' : 'left')"),
];

#[tokio::test]
async fn a_page_can_neither_load_nor_go_anywhere() -> Result<()> {
    let home = Home::with_sample()?;
    let window = home.open().await?;
    window.script("window.refused = []; document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.effectiveDirective))").await?;
    for (way, script) in WAYS_OUT {
        let script = format!("const done = arguments[0]; {script}");
        let came = window.client.execute_async(&script, Vec::new()).await?;
        assert_eq!(came, "kept", "{way}");
    }
    let refused = window.script("return window.refused").await?;
    for directive in ["connect-src", "img-src", "script-src-elem"] {
        let told = refused.as_array().is_some_and(|all| all.iter().any(|each| each == directive));
        assert!(told, "the policy refused {directive}: {refused}");
    }
    let here = window.script("return location.origin").await?;
    window.script("location.assign('http://127.0.0.1:9/')").await?;
    window.find("page-today").await?;
    assert_eq!(window.script("return location.origin").await?, here, "the window stays where it is");
    window.close().await
}
