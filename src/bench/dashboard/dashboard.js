// Draws dashboard.json with what Prometheus, which serves this page, answers. Knows the panels and options that this dashboard uses:
// rows, stats, time series as lines or stacked areas, logarithmic scales, and colours of series by name. In the address: from and to,
// in seconds since 1970, and scrape, the seconds between two looks of Prometheus.
const POINTS = 300;
const NAMED = { green: '#2f9e44', yellow: '#e8a200', blue: '#1c7ed6', orange: '#e8590c', red: '#c92a2a', text: '#24292e' };
const { text: _, ...usual } = NAMED;
const COLOURS = [...Object.values(usual), '#7048e8', '#0c8599', '#d6336c', '#868e96', '#74b816', '#a0522d'];

const address = new URLSearchParams(location.search);
const [from, to, scrape] = ['from', 'to', 'scrape'].map((name) => Number(address.get(name)));
const step = Math.max(1, Math.ceil((to - from) / POINTS));

// Prometheus.

async function ask(path, parameters) {
  const answer = await (await fetch(`/api/v1/${path}?${new URLSearchParams(parameters)}`)).json();
  if (answer.status !== 'success') throw new Error(answer.error);
  return answer.data;
}

/** The first value of a variable such as label_values(metric, label). */
async function valueOf(variable) {
  const [, metric, label] = variable.query.query.match(/^label_values\((.*), *(\w+)\)$/);
  return (await ask(`label/${label}/values`, { 'match[]': metric, start: from, end: to }))[0];
}

async function variables(dashboard) {
  const values = { __rate_interval: `${Math.max(step + scrape, 4 * scrape)}s` }; // as Grafana chooses it
  for (const variable of dashboard.templating.list.filter((each) => each.type === 'query')) {
    values[variable.name] = await valueOf(variable);
  }
  return values;
}

/** All series of a panel: [{name, points: [[seconds, value], ...]}]. */
async function series(panel, values) {
  const answers = await Promise.all(panel.targets.map(async (target) => {
    const query = target.expr.replace(/\$(\w+)/g, (_, name) => values[name]);
    const data = target.instant
      ? await ask('query', { query, time: to })
      : await ask('query_range', { query, start: from, end: to, step });
    return data.result.map(({ metric, values, value }) => ({
      name: target.legendFormat.replace(/{{(\w+)}}/g, (_, label) => metric[label] ?? ''),
      points: (values ?? [value]).map(([time, number]) => [time, Number(number)]),
    }));
  }));
  const named = {};
  for (const { matcher, properties } of panel.fieldConfig.overrides) named[matcher.options] = NAMED[properties[0].value.fixedColor];
  return answers.flat().map((each, i) => ({ ...each, colour: named[each.name] ?? COLOURS[i % COLOURS.length] }));
}

// Numbers.

const scaled = (value, units, base) => {
  let i = 0;
  while (Math.abs(value) >= base && i < units.length - 1) [value, i] = [value / base, i + 1];
  return `${plain(value)}${units[i]}`;
};

const plain = (value) => String(Number(value.toPrecision(3)));

const seconds = (value) => {
  if (value === 0) return '0 s';
  if (value < 1) return `${plain(1000 * value)} ms`;
  if (value < 60) return `${plain(value)} s`;
  return value < 3600 ? `${plain(value / 60)} min` : `${plain(value / 3600)} h`;
};

const UNITS = {
  none: plain,
  short: (value) => scaled(value, ['', ' K', ' Mil'], 1000),
  s: seconds,
  bytes: (value) => scaled(value, [' B', ' KiB', ' MiB', ' GiB'], 1024),
  percentunit: (value) => `${plain(100 * value)}%`,
};

/** About four round numbers from 0 to what is at least the greatest. */
function ticks(greatest, unit) {
  const base = unit === 'bytes' ? 1024 ** Math.floor(Math.log(greatest) / Math.log(1024)) : 1;
  const rough = greatest / base / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = base * power * [1, 2, 2.5, 5, 10].find((each) => each * power >= rough * 0.999);
  return Array.from({ length: Math.ceil(greatest / size - 0.001) + 1 }, (_, i) => i * size);
}

/** The powers of ten around all numbers, which are above 0. */
function powers(numbers) {
  const first = Math.floor(Math.log10(Math.min(...numbers)));
  const last = Math.ceil(Math.log10(Math.max(...numbers)));
  return Array.from({ length: Math.max(last - first, 1) + 1 }, (_, i) => 10 ** (first + i));
}

// Panels.

function element(parent, name, attributes = {}, text = '') {
  const child = document.createElementNS(name === 'svg' ? 'http://www.w3.org/2000/svg' : parent.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) child.setAttribute(key, value);
  child.textContent = text;
  return parent.appendChild(child);
}

function stat(box, panel, all) {
  const { unit, mappings } = panel.fieldConfig.defaults;
  const values = element(box, 'div', { class: 'values' });
  for (const { name, points } of all) {
    const value = points.at(-1)[1];
    const mapped = mappings.flatMap((mapping) => mapping.options[value] ?? [])[0];
    const one = element(values, 'div');
    if (panel.options.textMode === 'name') {
      element(one, 'div', { class: 'value' }, name);
      continue;
    }
    if (all.length > 1 || panel.options.textMode === 'value_and_name') element(one, 'div', { class: 'name' }, name);
    const style = `color: ${NAMED[mapped?.color ?? 'text']}`;
    element(one, 'div', { class: 'value', style }, mapped?.text ?? UNITS[unit](value));
  }
}

/** Each series on top of those before it; points are [seconds, value, floor]. */
function stacked(all) {
  const floors = new Map();
  return all.map((each) => ({
    ...each,
    points: each.points.map(([time, value]) => {
      const floor = floors.get(time) ?? 0;
      if (Number.isFinite(value)) floors.set(time, floor + value);
      return [time, floor + value, floor];
    }),
  }));
}

/** Runs of points without a gap: where Prometheus has no number, Grafana draws none. */
function runs(points) {
  const found = [[]];
  for (const point of points) {
    const last = found.at(-1).at(-1);
    if (last && point[0] - last[0] > 1.5 * step) found.push([]);
    if (Number.isFinite(point[1])) found.at(-1).push(point);
    else found.push([]);
  }
  return found.filter((run) => run.length > 0);
}

function legend(box, all) {
  const list = element(box, 'ul');
  for (const { name, colour } of all) {
    const entry = element(list, 'li');
    element(entry, 'i', { style: `background: ${colour}` });
    entry.append(name);
  }
}

function timeseries(box, panel, all) {
  const { unit, max, custom } = panel.fieldConfig.defaults;
  const svg = element(box, 'svg');
  legend(box, all);
  const { width, height } = svg.getBoundingClientRect();
  const lines = custom.stacking.mode === 'normal' ? stacked(all) : all;
  const numbers = lines.flatMap(({ points }) => points.map(([, value]) => value)).filter(Number.isFinite);
  const log = custom.scaleDistribution?.type === 'log';
  const marks = log ? powers(numbers) : ticks(max ?? (Math.max(...numbers) || 1), unit);
  const [lowest, highest] = [marks[0], marks.at(-1)];
  const share = log ? (value) => Math.log(value / lowest) / Math.log(highest / lowest) : (value) => value / highest;
  const edge = { left: 62, right: width - 20, top: 10, bottom: height - 22 };
  const x = (time) => edge.left + ((time - from) / (to - from)) * (edge.right - edge.left);
  const y = (value) => edge.bottom - share(value) * (edge.bottom - edge.top);

  for (const mark of marks) {
    element(svg, 'line', { x1: edge.left, x2: edge.right, y1: y(mark), y2: y(mark), stroke: '#e6e8ec' });
    element(svg, 'text', { x: edge.left - 6, y: y(mark) + 4, 'text-anchor': 'end' }, UNITS[unit](mark));
  }
  const every = [60, 120, 300, 600, 1800, 3600].find((each) => (to - from) / each <= 6);
  for (let time = Math.ceil(from / every) * every; time <= to; time += every) {
    element(svg, 'line', { x1: x(time), x2: x(time), y1: edge.top, y2: edge.bottom, stroke: '#e6e8ec' });
    element(svg, 'text', { x: x(time), y: height - 5, 'text-anchor': 'middle' }, clock(time));
  }
  const at = ([time, value]) => `${x(time).toFixed(1)} ${y(value).toFixed(1)}`;
  for (const { points, colour } of lines) {
    for (const run of runs(points)) {
      const above = run.map(at).join('L');
      const below = run.map(([time, , floor = lowest]) => at([time, floor])).reverse().join('L');
      element(svg, 'path', { d: `M${above}L${below}Z`, fill: colour, 'fill-opacity': custom.fillOpacity / 100 });
      element(svg, 'path', { d: `M${above}`, fill: 'none', stroke: colour, 'stroke-width': custom.lineWidth });
    }
  }
}

const clock = (time) => new Date(1000 * time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

async function draw(panel, values) {
  const { x, y, w, h } = panel.gridPos;
  const place = `grid-area: ${y + 1} / ${x + 1} / span ${h} / span ${w}`;
  const main = document.querySelector('main');
  if (panel.type === 'row') {
    element(main, 'h2', { style: place }, panel.title);
    return;
  }
  const box = element(main, 'section', { style: place });
  element(box, 'h3', {}, panel.title);
  const all = await series(panel, values);
  if (all.some(({ points }) => points.some(([, value]) => Number.isFinite(value)))) {
    ({ stat, timeseries })[panel.type](box, panel, all);
  } else {
    element(box, 'div', { class: 'none' }, 'No data');
  }
}

const dashboard = await (await fetch('dashboard.json')).json();
const rows = Math.max(...dashboard.panels.map(({ gridPos }) => gridPos.y + gridPos.h));
document.querySelector('main').style.gridTemplateRows = `repeat(${rows}, minmax(0, 1fr))`;
document.querySelector('h1').textContent = dashboard.title;
document.querySelector('header p').textContent = `${new Date(1000 * from).toISOString().slice(0, 10)}, ${clock(from)} to ${clock(to)}`;
const values = await variables(dashboard);
await Promise.all(dashboard.panels.map((panel) => draw(panel, values)));
