{{- define "khen.labels" -}}
app.kubernetes.io/name: khen
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "khen.selector" -}}
app.kubernetes.io/name: khen
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "khen.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "khen.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "khen.environment" -}}
- name: KHEN_DATA
  value: /var/lib/khen
- name: KHEN_MASTER_KEY_FILE
  value: /etc/khen/secrets/master.key
- name: KHEN_DATABASE__URL_FILE
  value: /etc/khen/secrets/database.url
- name: KHEN_DATABASE__CA_FILE
  value: /etc/khen/secrets/ca.crt
- name: KHEN_DATABASE__POOL_SIZE
  value: {{ .Values.database.poolSize | quote }}
- name: KHEN_BELL__NATS_URL_FILE
  value: /etc/khen/secrets/nats.url
- name: KHEN_HTTP__LISTEN
  value: 0.0.0.0:8080
- name: KHEN_HTTP__INTERNAL_LISTEN
  value: 0.0.0.0:9090
{{- if .Values.oauth.issuer }}
- name: KHEN_OAUTH__ISSUER
  value: {{ .Values.oauth.issuer | quote }}
{{- end }}
- name: KHEN_LOG__FILTER
  value: {{ .Values.log.filter | quote }}
{{- if .Values.telemetry.otlpEndpoint }}
- name: KHEN_TELEMETRY__OTLP_ENDPOINT
  value: {{ .Values.telemetry.otlpEndpoint | quote }}
{{- end }}
{{- end }}

{{- define "khen.sharedSecrets" -}}
- secret:
    name: {{ .Values.secrets.databaseCa }}
    items: [{ key: ca.crt, path: ca.crt }]
- secret:
    name: {{ .Values.secrets.bell }}
    items: [{ key: url, path: nats.url }]
- secret:
    name: {{ .Values.secrets.masterKey }}
    items: [{ key: master.key, path: master.key }]
{{- end }}

{{- define "khen.logKey" -}}
- secret:
    name: {{ .Values.secrets.logKey }}
    items: [{ key: log.key, path: log.key }]
{{- end }}

{{- define "khen.mounts" -}}
- name: secrets
  mountPath: /etc/khen/secrets
  readOnly: true
- name: data
  mountPath: /var/lib/khen
- name: tmp
  mountPath: /tmp
{{- end }}

{{- define "khen.probes" -}}
startupProbe:
  httpGet: { path: /livez, port: internal }
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: { path: /livez, port: internal }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: { path: /readyz, port: internal }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 2
{{- end }}

{{- define "khen.spread" -}}
- maxSkew: 1
  topologyKey: kubernetes.io/hostname
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels:
      {{- include "khen.selector" . | nindent 6 }}
{{- end }}
