"""Checks deploy/compose.yaml and deploy/kubernetes against their schemas, and that the pods are as restricted as their namespace
demands. Run by .ci/lint-deploy, which brings what is imported here."""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

import jsonschema
import kubernetes_validate
import yaml

DEPLOY = Path(__file__).parent.parent / "deploy"
# `sleep` before a pod is stopped came with 1.30.
KUBERNETES = ["1.30", kubernetes_validate.latest_version()]


def main() -> int:
    found = [*compose(), *kubernetes()]
    print("\n".join(found) or "compose file and Kubernetes manifests are as their schemas say")
    return 1 if found else 0


def compose():
    # Its program would load more than the schema needs.
    package = Path(find_spec("check_jsonschema").origin).parent
    schema = package / "builtin_schemas/vendor/compose-spec.json"
    checker = jsonschema.Draft202012Validator(json.loads(schema.read_text()))
    text = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    for error in checker.iter_errors(text):
        yield f"compose.yaml: {error.json_path}: {error.message}"


def kubernetes():
    folder = DEPLOY / "kubernetes"
    listed = yaml.safe_load((folder / "kustomization.yaml").read_text())["resources"]
    there = [file.name for file in folder.glob("*.yaml") if file.name != "kustomization.yaml"]
    if sorted(listed) != sorted(there):
        yield f"kustomization.yaml lists {sorted(listed)}, and there are {sorted(there)}"
    for name in there:
        for resource in yaml.safe_load_all((folder / name).read_text()):
            yield from (f"{name}: {fault}" for fault in faults(resource))


def faults(resource):
    for version in KUBERNETES:
        try:
            kubernetes_validate.validate(resource, version, strict=True)
        except (kubernetes_validate.ValidationError, kubernetes_validate.SchemaNotFoundError) as error:
            yield f"{version}: {error.message}"
    pod = resource.get("spec", {}).get("template", {}).get("spec")
    if pod:
        yield from unrestricted(pod)


def unrestricted(pod):
    """What the profile `restricted` of Kubernetes' pod security standards refuses, and a file system that can be written."""
    of_pod = pod.get("securityContext", {})
    if not of_pod.get("runAsNonRoot") or of_pod.get("seccompProfile", {}).get("type") != "RuntimeDefault":
        yield "the pod may run as root, or without seccomp"
    for container in pod.get("initContainers", []) + pod["containers"]:
        context = container.get("securityContext", {})
        confined = {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        if context != confined:
            yield f"{container['name']} is not confined: {context}"
        if "memory" not in container.get("resources", {}).get("limits", {}):
            yield f"{container['name']} has no limit of memory"


if __name__ == "__main__":
    sys.exit(main())
