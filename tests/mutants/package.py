"""A small package of `api/domain` and `api/crypto` alone: it builds in seconds, where the whole crate takes a minute."""

import pathlib
import re
import tomllib

# Beside the modules that are judged, all that they need.
MODULES = ["crypto", "domain", "error", "random"]


def files(root: pathlib.Path) -> dict[pathlib.Path, str]:
    """The package's files by their paths, made from those of the crate in `root`."""
    found = {source.relative_to(root): source.read_text() for source in sources(root)}
    manifest = tomllib.loads((root / "Cargo.toml").read_text())
    found[pathlib.Path("Cargo.toml")] = small_manifest(manifest, "\n".join(found.values()))
    found[pathlib.Path("api/lib.rs")] = "".join(f"pub mod {module};\n" for module in MODULES)
    return found


def lay_out(root: pathlib.Path, package: pathlib.Path, found: dict[pathlib.Path, str]) -> None:
    """Writes the files; what did not change keeps its time, so that cargo builds no more than it has to."""
    for known in package.glob("api/**/*.rs"):
        if known.relative_to(package) not in found:
            known.unlink()
    for path, text in found.items():
        write(package / path, text)
    # Cargo takes out of it what is not needed here, and changes no version.
    write(package / "Cargo.lock", (root / "Cargo.lock").read_text())


def sources(root: pathlib.Path) -> list[pathlib.Path]:
    single = [root / f"api/{module}.rs" for module in MODULES]
    nested = [path for module in MODULES for path in (root / "api" / module).rglob("*.rs")]
    return [path for path in single if path.exists()] + nested


def small_manifest(manifest: dict, code: str) -> str:
    """The manifest with those dependencies alone that the code names."""
    name, edition = manifest["package"]["name"], manifest["package"]["edition"]
    lines = ["[package]", f'name = "{name}"', 'version = "0.0.0"', f'edition = "{edition}"', ""]
    lines += ["[lib]", 'path = "api/lib.rs"', "doctest = false", "", "[lints.rust]", 'warnings = "allow"', ""]
    for table in ["dependencies", "dev-dependencies"]:
        lines += [f"[{table}]", *(f"{name} = {inline(value)}" for name, value in named(manifest[table], code)), ""]
    # Dependencies are built once, and run for every mutant.
    lines += ["[profile.dev]", "debug = false", "", '[profile.dev.package."*"]', "opt-level = 2", ""]
    lines += ["# No part of the package around it.", "[workspace]", ""]
    return "\n".join(lines)


def named(dependencies: dict, code: str) -> list[tuple]:
    words = {name: name.replace("-", "_") for name in dependencies}
    return [(name, value) for name, value in dependencies.items() if re.search(rf"\b{words[name]}::", code)]


def inline(value: str | bool | list | dict) -> str:
    """A dependency in TOML."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"'
        case list():
            return f"[{', '.join(map(inline, value))}]"
        case dict():
            return f"{{ {', '.join(f'{key} = {inline(item)}' for key, item in value.items())} }}"


def write(path: pathlib.Path, text: str) -> None:
    if not path.exists() or path.read_text() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
