// Validates the files that describe a deployment, without Docker and without a cluster:
//   node .ci/deploy/files.mjs FOLDER_WITH_PACKAGES
// The Dockerfile by the linter that editors use; the Kubernetes manifests against the schemas of its API (unknown
// fields, too), the rules of the Pod Security Standard "restricted", and each other. Exit code 0: nothing is wrong.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'package.json'));
const { parseAllDocuments } = require('yaml');
const { validate } = require('dockerfile-utils');

let wrong = 0;
const refuse = message => { wrong++; console.error(message); };
const expect = (holds, message) => holds || refuse(message);

function dockerfile(file) {
  const text = readFileSync(file, 'utf8');
  for (const { message, range } of validate(text)) refuse(`${file}:${range.start.line + 1}: ${message}`);
  const stages = text.split(/^(?=FROM )/m).slice(1);
  expect(stages.length === 2, `${file}: a stage that builds and one that runs`);
  const final = stages.at(-1);
  expect(/^USER 10001:10001$/m.test(final), `${file}: the program runs as a numbered user`);
  expect(/^HEALTHCHECK /m.test(final) && /^ENTRYPOINT \[/m.test(final), `${file}: health check, and an entry point in exec form`);
  // COPY of what the build context has; .dockerignore lets nothing else through.
  const allowed = readFileSync('.dockerignore', 'utf8').match(/^!.*$/gm).map(line => line.slice(1));
  for (const [, source] of stages[0].matchAll(/^COPY (\S+?)\/? /gm)) {
    expect(allowed.includes(source), `.dockerignore keeps ${source} from the builder`);
  }
}

/** The same value, noting which keys of objects are read; a schema reads all keys that it knows. */
function watched(value, path, unread) {
  if (value === null || typeof value !== 'object') return value;
  const children = new Map();
  Object.keys(value).forEach(key => {
    children.set(key, watched(value[key], `${path}/${key}`, unread));
    if (!Array.isArray(value)) unread.add(`${path}/${key}`);
  });
  return new Proxy(value, {
    get(target, key) {
      unread.delete(`${path}/${String(key)}`);
      return children.get(key) ?? target[key];
    },
    // A map, such as labels, is walked.
    ownKeys(target) {
      Object.keys(target).forEach(key => unread.delete(`${path}/${key}`));
      return Reflect.ownKeys(target);
    },
  });
}

function schema(file, object) {
  const { apiVersion, kind } = object;
  const name = `IoK8sApi${group(apiVersion)}${kind}`;
  const { validate: check } = require(join(process.argv[2], `node_modules/kubernetes-models/_schemas/${name}.js`));
  const unread = new Set();
  check(watched(object, '', unread));
  check.errors?.forEach(error => refuse(`${file}: ${kind} ${error.instancePath} ${error.message ?? `${error.keyword} ${JSON.stringify(error.params)}`}`));
  unread.forEach(path => refuse(`${file}: ${kind} has an unknown field ${path}`));
}

const upper = word => word[0].toUpperCase() + word.slice(1);
function group(apiVersion) {
  const [name, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  return upper(name.replace(/\.k8s\.io$/, '')) + upper(version);
}

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
function restricted(file, { spec: { template: { spec: pod } } }) {
  const volumes = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
  expect(!pod.hostNetwork && !pod.hostPID && !pod.hostIPC, `${file}: no namespaces of the host`);
  expect(pod.securityContext.runAsNonRoot === true && pod.securityContext.runAsUser > 0, `${file}: runAsNonRoot`);
  expect(['RuntimeDefault', 'Localhost'].includes(pod.securityContext.seccompProfile.type), `${file}: seccompProfile`);
  for (const volume of pod.volumes) {
    expect(Object.keys(volume).every(key => key === 'name' || volumes.includes(key)), `${file}: volume ${volume.name}`);
  }
  for (const { name, securityContext, ports, resources } of pod.containers) {
    expect(securityContext.allowPrivilegeEscalation === false, `${file}: ${name}: allowPrivilegeEscalation`);
    expect(securityContext.capabilities.drop.includes('ALL') && !securityContext.capabilities.add, `${file}: ${name}: capabilities`);
    expect(securityContext.readOnlyRootFilesystem === true, `${file}: ${name}: readOnlyRootFilesystem`);
    expect(ports.every(port => !port.hostPort), `${file}: ${name}: hostPort`);
    expect(resources.requests.cpu && resources.requests.memory && resources.limits.memory, `${file}: ${name}: resources`);
  }
}

const includes = (labels, selector) => Object.entries(selector).every(([key, value]) => labels?.[key] === value);

/** Names and labels by which the objects find each other. */
function references(objects) {
  const one = kind => objects.find(object => object.kind === kind);
  const deployment = one('Deployment');
  const { metadata: { labels }, spec: pod } = deployment.spec.template;
  const [container] = pod.containers;
  const ports = container.ports.map(port => port.name);
  expect(includes(labels, deployment.spec.selector.matchLabels), 'the Deployment selects its pods');
  expect(includes(labels, one('Service').spec.selector), 'the Service selects the pods');
  expect(includes(labels, one('PodDisruptionBudget').spec.selector.matchLabels), 'the budget selects the pods');
  expect(includes(labels, one('NetworkPolicy').spec.podSelector.matchLabels), 'the policy selects the pods');
  expect(ports.includes(one('Service').spec.ports[0].targetPort), 'the Service leads to a port of the container');
  for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
    expect(ports.includes(container[probe]?.httpGet.port), `${probe} asks a port of the container`);
  }
  for (const { configMapRef, secretRef } of container.envFrom) {
    expect(one(configMapRef ? 'ConfigMap' : 'Secret').metadata.name === (configMapRef ?? secretRef).name, 'envFrom names an object');
  }
  container.volumeMounts.forEach(mount =>
    expect(pod.volumes.some(volume => volume.name === mount.name), `the volume ${mount.name}`));
}

dockerfile('src/main/docker/Dockerfile');
const folder = 'src/main/kubernetes';
const objects = readdirSync(folder).flatMap(name => {
  const file = join(folder, name);
  return parseAllDocuments(readFileSync(file, 'utf8')).map(document => {
    document.errors.forEach(error => refuse(`${file}: ${error.message}`));
    const object = document.toJS();
    schema(file, object);
    if (object.kind === 'Deployment') restricted(file, object);
    return object;
  });
});
references(objects);
console.log(`Dockerfile and ${objects.length} Kubernetes objects, ${wrong} wrong`);
process.exit(wrong === 0 ? 0 : 1);
