//! Writes what each target begins with into `corpus`, as cargo-fuzz looks for it.

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    for target in beckon::fuzzing::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name);
        fs::create_dir_all(&folder)?;
        for (number, seed) in (target.seeds)().iter().enumerate() {
            fs::write(folder.join(format!("seed-{number:03}")), seed)?;
        }
    }
    Ok(())
}
