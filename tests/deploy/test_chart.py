"""What the chart makes of its values."""

import re
import unittest

import yaml
from chart import CHART, Chart

SPEAKS = {"Deployment", "Job"}


def names(chart):
    """The variables that any pod of the chart is given."""
    return {variable["name"] for pod in pods(chart.objects()).values()
            for variable in pod["spec"]["containers"][0]["env"]}


def pods(objects):
    """Every object that runs pods, with the pod's description, by name."""
    return {one["metadata"]["name"]: one["spec"]["template"] for one in objects if one["kind"] in SPEAKS}


def fits(selector, labels):
    return selector.items() <= labels.items()


class Rendered(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.chart = Chart()
        cls.objects = cls.chart.objects()
        cls.pods = pods(cls.objects)

    def test_every_object_is_there(self):
        found = sorted(f"{one['kind']} {one['metadata']['name']}" for one in self.objects)
        self.assertEqual(found, ["Deployment k-web", "Deployment k-worker", "Job k-migrate", "NetworkPolicy k",
                                 "PodDisruptionBudget k-web", "PodDisruptionBudget k-worker",
                                 "Service k-internal", "Service k-web"])

    def test_every_value_is_used(self):
        templates = "".join(path.read_text() for path in (CHART / "templates").iterdir())
        for path in leaves(yaml.safe_load((CHART / "values.yaml").read_text())):
            with self.subTest(value=path):
                self.assertRegex(templates, rf"{re.escape(path)}\b")

    def test_pods_run_as_nobody_on_a_file_system_that_they_cannot_write(self):
        for name, pod in self.pods.items():
            spec = pod["spec"]
            with self.subTest(pod=name):
                self.assertTrue(spec["securityContext"]["runAsNonRoot"])
                self.assertFalse(spec["automountServiceAccountToken"])
                for container in spec["containers"]:
                    context = container["securityContext"]
                    self.assertTrue(context["readOnlyRootFilesystem"])
                    self.assertFalse(context["allowPrivilegeEscalation"])
                    self.assertEqual(context["capabilities"], {"drop": ["ALL"]})

    def test_each_process_knows_its_own_password_only(self):
        for name, secret in [("k-web", "khen-app"), ("k-worker", "khen-worker"), ("k-migrate", "khen-owner")]:
            volume = next(one for one in self.pods[name]["spec"]["volumes"] if one["name"] == "secrets")
            given = {source["secret"]["name"] for source in volume["projected"]["sources"]}
            log_key = set() if name == "k-web" else {"khen-log-key"}
            shared = {"khen-database-ca", "khen-bell", "khen-master-key"}
            self.assertEqual(given, {secret} | shared | log_key, name)

    def test_no_secret_stands_in_the_environment(self):
        for name, pod in self.pods.items():
            for variable in pod["spec"]["containers"][0]["env"]:
                with self.subTest(pod=name, variable=variable["name"]):
                    self.assertNotRegex(variable["name"], r"(URL|KEY|TOKEN|PASSWORD)$")
                    self.assertIsInstance(variable["value"], str)

    def test_files_that_are_named_are_mounted(self):
        for name, pod in self.pods.items():
            spec = pod["spec"]
            volume = next(one for one in spec["volumes"] if one["name"] == "secrets")
            there = {"/etc/khen/secrets/" + item["path"]
                     for source in volume["projected"]["sources"] for item in source["secret"]["items"]}
            named = {one["value"] for one in spec["containers"][0]["env"] if one["name"].endswith("_FILE")}
            self.assertEqual(named, there, name)

    def test_an_image_is_never_latest(self):
        for name, pod in self.pods.items():
            self.assertRegex(pod["spec"]["containers"][0]["image"], r":\d+\.\d+\.\d+$", name)

    def test_services_and_budgets_find_their_pods_and_no_others(self):
        expected = {"Service k-web": {"k-web"}, "Service k-internal": {"k-web", "k-worker"},
                    "PodDisruptionBudget k-web": {"k-web"}, "PodDisruptionBudget k-worker": {"k-worker"}}
        for one in self.objects:
            name = f"{one['kind']} {one['metadata']['name']}"
            if name in expected:
                selector = one["spec"]["selector"]
                selector = selector.get("matchLabels", selector)
                found = {pod for pod, about in self.pods.items() if fits(selector, about["metadata"]["labels"])}
                self.assertEqual(found, expected[name], name)

    def test_ports_that_are_spoken_of_are_open(self):
        for name in ["k-web", "k-worker"]:
            container = self.pods[name]["spec"]["containers"][0]
            ports = {port["name"] for port in container["ports"]}
            for probe in ["startupProbe", "livenessProbe", "readinessProbe"]:
                self.assertIn(container[probe]["httpGet"]["port"], ports)

    def test_tables_are_made_before_anything_starts(self):
        job = next(one for one in self.objects if one["kind"] == "Job")
        self.assertEqual(job["metadata"]["annotations"]["helm.sh/hook"], "pre-install,pre-upgrade")

    def test_the_office_is_known_by_its_address_where_it_is_given(self):
        office = Chart(oauth={"issuer": "https://khen.example"})
        for name, pod in pods(office.objects()).items():
            told = {one["name"]: one["value"] for one in pod["spec"]["containers"][0]["env"]}
            self.assertEqual(told["KHEN_OAUTH__ISSUER"], "https://khen.example", name)
        self.assertNotIn("KHEN_OAUTH__ISSUER", names(self.chart))

    def test_traces_are_sent_only_where_somebody_takes_them(self):
        silent, heard = Chart(), Chart(telemetry={"otlpEndpoint": "http://collector:4318"})
        self.assertNotIn("KHEN_TELEMETRY__OTLP_ENDPOINT", names(silent))
        self.assertIn("KHEN_TELEMETRY__OTLP_ENDPOINT", names(heard))
        egress = [len(next(one for one in chart.objects() if one["kind"] == "NetworkPolicy")["spec"]["egress"])
                  for chart in (silent, heard)]
        self.assertEqual(egress, [3, 4])

    def test_workers_alone_know_the_streams_and_only_where_somebody_subscribes(self):
        chart = Chart(fanOut={"ledgers": ["hon-quan", "loc-ninh"]}).objects()
        told = {name: {one["name"]: one["value"] for one in pod["spec"]["containers"][0]["env"]
                       if one["name"].startswith("KHEN_FAN_OUT__")} for name, pod in pods(chart).items()}
        self.assertEqual(told["k-worker"], {"KHEN_FAN_OUT__LEDGERS": '["hon-quan", "loc-ninh"]',
                                            "KHEN_FAN_OUT__PROFILE": "so_noi_vu_v1", "KHEN_FAN_OUT__REPLICAS": "1",
                                            "KHEN_FAN_OUT__NATS_URL_FILE": "/etc/khen/secrets/fan-out.url"})
        self.assertEqual((told["k-web"], told["k-migrate"]), ({}, {}))
        self.assertNotIn("KHEN_FAN_OUT__", yaml.safe_dump_all(self.objects))
        volume = next(one for one in pods(chart)["k-worker"]["spec"]["volumes"] if one["name"] == "secrets")
        given = {source["secret"]["name"] for source in volume["projected"]["sources"]}
        self.assertIn("khen-fan-out", given)
        ports = [[rule["ports"][0]["port"] for rule in one["spec"]["egress"]]
                 for one in chart if one["kind"] == "NetworkPolicy"]
        self.assertEqual(ports, [[53, 5432, 4222, 4223]])

    def test_the_notes_can_be_read(self):
        notes = self.chart.render((CHART / "templates" / "NOTES.txt").read_text())
        self.assertIn("kubectl -n khen exec", notes)

    def test_a_value_that_is_missing_is_an_error(self):
        with self.assertRaisesRegex(AssertionError, "there is no .Values.nothing"):
            self.chart.render("{{ .Values.nothing }}")


def leaves(values, path=".Values"):
    """The paths that templates must name: a list, or a mapping that is handed on whole, is one."""
    for name, value in values.items():
        here = f"{path}.{name}"
        if isinstance(value, dict) and name != "resources":
            yield from leaves(value, here)
        else:
            yield here


if __name__ == "__main__":
    unittest.main()
