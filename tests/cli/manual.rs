//! completions and man: made from the arguments, so that they name all of them.

use super::help::commands;
use super::support::Desk;

#[test]
fn every_shell_completes_every_command() {
    let desk = Desk::new();
    for (shell, sign) in [
        ("bash", "complete -F _beckon"),
        ("zsh", "#compdef beckon"),
        ("fish", "complete -c beckon"),
    ] {
        let answer = desk.run(&["completions", shell]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{shell}");
        assert!(answer.out.contains(sign), "{shell}: {}", answer.out);
        for command in commands(&desk) {
            assert!(answer.out.contains(&command), "{shell} does not complete {command}");
        }
        assert!(
            answer.out.contains("--library") || answer.out.contains("-l library"),
            "{shell}"
        );
    }
    desk.run(&["completions", "tcsh"]).is_refusal();
}

/// Bash itself reads the script, and answers as it does when somebody presses Tab.
#[cfg(unix)]
#[test]
fn bash_completes_a_command_and_its_options() {
    let desk = Desk::new();
    desk.write("complete.bash", desk.run(&["completions", "bash"]).out);
    let asked = |words: &str, count: usize| {
        let script = format!(
            "source complete.bash; COMP_WORDS=({words}); COMP_CWORD={count}; _beckon beckon \"${{COMP_WORDS[{count}]}}\" \"\"; \
             echo \"${{COMPREPLY[@]}}\""
        );
        let output = std::process::Command::new("bash")
            .args(["--norc", "-c", &script])
            .current_dir(desk.path(""))
            .output();
        String::from_utf8(output.expect("bash is there").stdout).expect("UTF-8")
    };
    assert_eq!(asked("beckon expl", 1).trim(), "explain");
    assert!(asked("beckon explain --vis", 2).contains("--visitor"));
}

#[test]
fn the_manual_has_a_page_for_every_command_that_names_its_options() {
    let desk = Desk::new();
    let program = desk.run(&["man"]);
    assert_eq!((program.code, program.err.as_str()), (0, ""));
    let answer = desk.run(&["man", "-o", "man"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(desk.read("man/beckon.1"), program.out);
    for command in commands(&desk) {
        assert!(
            program
                .out
                .contains(&format!("beckon\\-{}(1)", command.replace('-', "\\-"))),
            "{command}"
        );
        let page = desk.read(&format!("man/beckon-{command}.1"));
        assert!(
            page.contains(&format!(".TH BECKON-{} 1", command.to_uppercase())),
            "{page}"
        );
        assert_eq!(desk.run(&["man", &command]).out, page);
    }
    let check = desk.read("man/beckon-explain.1");
    assert!(check.contains("\\-\\-visitor") && check.contains("\\-\\-at"), "{check}");
}

#[test]
fn pages_are_replaced_only_when_that_is_asked_for() {
    let desk = Desk::new();
    desk.write("man/beckon.1", "mine");
    desk.run(&["man", "-o", "man"]).is_refusal();
    assert_eq!(desk.read("man/beckon.1"), "mine");
    assert_eq!(desk.run(&["man", "-o", "man", "--force"]).code, 0);
    assert_ne!(desk.read("man/beckon.1"), "mine");
}

#[test]
fn a_mistyped_command_has_no_page_but_a_hint() {
    let answer = Desk::new().run(&["man", "explian"]);
    answer.is_refusal();
    assert!(answer.err.contains("beckon man explain"), "{answer:?}");
}
