//! Asks cargo which rooms there are and what they lean on.

use std::path::Path;

use anyhow::Context;
use cargo_metadata::{DependencyKind, MetadataCommand, Package, camino::Utf8Path};

use super::{Dependency, Room};

/// The rooms of the workspace at `root`, by name.
pub(super) fn read(root: &Path) -> anyhow::Result<Vec<Room>> {
    let metadata = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .no_deps()
        .exec()
        .context("cargo cannot describe the workspace")?;
    let mut rooms: Vec<Room> = metadata
        .packages
        .iter()
        .map(|package| room(&metadata.workspace_root, package))
        .collect();
    rooms.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(rooms)
}

fn room(root: &Utf8Path, package: &Package) -> Room {
    let from_root = |path: &Utf8Path| {
        let inside = path.strip_prefix(root).unwrap_or(path);
        inside.as_str().replace('\\', "/")
    };
    let folder = package.manifest_path.parent().unwrap_or(root);
    let doors = package
        .targets
        .iter()
        .filter(|target| target.is_lib() || target.is_bin())
        .map(|target| from_root(&target.src_path));
    Room {
        name: folder.file_name().unwrap_or_default().to_owned(),
        manifest: from_root(&package.manifest_path),
        duty: package.description.clone().unwrap_or_default(),
        doors: doors.collect(),
        dependencies: package.dependencies.iter().map(dependency).collect(),
    }
}

fn dependency(dependency: &cargo_metadata::Dependency) -> Dependency {
    let folder = dependency.path.as_deref().and_then(Utf8Path::file_name);
    Dependency {
        package: dependency.name.clone(),
        room: folder.map(str::to_owned),
        is_shipped: dependency.kind != DependencyKind::Development,
    }
}
