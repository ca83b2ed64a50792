/* Draws the charts of the page from the data beside it. Text only ever becomes text, never HTML. */
(() => {
  'use strict';
  const holder = document.getElementById('charts');
  const charts = JSON.parse(holder.textContent);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const drawn = new Map();
  const choices = new Map();
  const DASHES = [[], [6, 3], [2, 2], [8, 3, 2, 3]];
  const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'crossRot', 'rectRounded', 'cross'];
  const RAMP = [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]];

  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function color(index, count) {
    if (count <= 8) {
      return css('--c' + index);
    }
    return 'hsl(' + Math.round(index * 360 / count) + ' 65% ' + (dark.matches ? 65 : 42) + '%)';
  }

  function ramp(share) {
    const at = Math.min(Math.max(share, 0), 1) * (RAMP.length - 1);
    const low = Math.min(Math.floor(at), RAMP.length - 2);
    const mixed = RAMP[low].map((from, i) => Math.round(from + (at - low) * (RAMP[low + 1][i] - from)));
    return 'rgb(' + mixed.join(',') + ')';
  }

  function axis(title) {
    return {
      type: 'linear',
      title: {display: title !== '', text: title, color: css('--faint')},
      ticks: {color: css('--faint'), display: title !== '', maxRotation: 0},
      grid: {color: css('--grid')},
      border: {color: css('--line')}
    };
  }

  function legend(display) {
    return {display, position: 'bottom', labels: {color: css('--ink'), usePointStyle: true, boxWidth: 24}};
  }

  function lines(chart) {
    const count = Math.max(...chart.curves.map(curve => curve.color)) + 1;
    return {
      type: 'line',
      data: {
        datasets: chart.curves.map(curve => ({
          label: curve.name,
          data: curve.points,
          borderColor: color(curve.color, count),
          backgroundColor: color(curve.color, count),
          borderDash: DASHES[curve.color % DASHES.length],
          borderWidth: 2,
          pointRadius: curve.points.length === 1 ? 3 : 0,
          pointStyle: 'line'
        }))
      },
      options: {
        animation: false,
        parsing: false,
        maintainAspectRatio: false,
        interaction: {mode: 'nearest', axis: 'x', intersect: false},
        scales: {x: axis('step'), y: axis(chart.vertical)},
        plugins: {legend: legend(chart.curves.some(curve => curve.name !== chart.vertical))}
      }
    };
  }

  function number(value) {
    return String(Number(value.toPrecision(3)));
  }

  function range(values) {
    const present = values.filter(value => value !== null);
    return [Math.min(...present), Math.max(...present)];
  }

  function classed(points, coloring) {
    const count = coloring.classes.length;
    return coloring.classes.map((name, c) => ({
      label: name,
      data: points.filter((point, i) => coloring.values[i] === c),
      borderColor: color(c, count),
      backgroundColor: color(c, count),
      pointStyle: SHAPES[c % SHAPES.length],
      pointRadius: 4,
      pointHoverRadius: 7
    })).filter(dataset => dataset.data.length > 0);
  }

  function scaled(points, coloring) {
    const [low, high] = range(coloring.values);
    const shade = point => ramp(high > low ? (coloring.values[point.i] - low) / (high - low) : 0.5);
    const having = points.filter(point => coloring.values[point.i] !== null);
    const others = points.filter(point => coloring.values[point.i] === null);
    return [
      {
        label: coloring.name,
        data: having,
        backgroundColor: having.map(shade),
        borderColor: css('--faint'),
        borderWidth: 0.5,
        pointRadius: 5,
        pointHoverRadius: 8
      },
      {label: 'others', data: others, backgroundColor: css('--off'), borderWidth: 0, pointRadius: 2.5}
    ];
  }

  function showScale(chart, coloring) {
    const scale = document.querySelector('.scale[data-map="' + chart.id + '"]');
    scale.hidden = coloring.classes.length > 0;
    if (!scale.hidden) {
      const [low, high] = range(coloring.values);
      const unit = coloring.unit === '' ? '' : ' ' + coloring.unit;
      scale.querySelector('[data-end=low]').textContent = number(low) + unit;
      scale.querySelector('[data-end=high]').textContent = number(high) + unit;
    }
  }

  function hover(chart) {
    const canvas = document.getElementById(chart.id);
    const box = document.createElement('div');
    const tile = document.createElement('div');
    const text = document.createElement('div');
    box.className = 'hover';
    tile.className = 'tile';
    if (chart.tiles) {
      box.append(tile);
      tile.style.backgroundImage = 'url("' + chart.tiles.uri + '")';
    }
    box.append(text);
    canvas.parentElement.append(box);
    return context => {
      const tooltip = context.tooltip;
      const found = tooltip.opacity > 0 && tooltip.dataPoints ? tooltip.dataPoints[0] : null;
      box.classList.toggle('shown', found !== null);
      if (found === null) {
        return;
      }
      const i = found.raw.i;
      const coloring = chart.colorings[choices.get(chart.id).coloring];
      const value = coloring.values[i];
      const scaleText = coloring.classes.length === 0 && value !== null
        ? ', ' + coloring.name + ' ' + number(value) + (coloring.unit === '' ? '' : ' ' + coloring.unit) : '';
      text.textContent = chart.labels[i] + scaleText;
      if (chart.tiles) {
        const columns = chart.tiles.columns;
        tile.style.backgroundSize = 96 * columns + 'px ' + 96 * chart.tiles.lines + 'px';
        tile.style.backgroundPosition = -96 * (i % columns) + 'px ' + -96 * Math.floor(i / columns) + 'px';
      }
      const right = tooltip.caretX > canvas.clientWidth / 2;
      const low = tooltip.caretY > canvas.clientHeight / 2;
      box.style.left = right ? '' : tooltip.caretX + 12 + 'px';
      box.style.right = right ? canvas.clientWidth - tooltip.caretX + 12 + 'px' : '';
      box.style.top = low ? '' : tooltip.caretY + 12 + 'px';
      box.style.bottom = low ? canvas.clientHeight - tooltip.caretY + 12 + 'px' : '';
    };
  }

  function map(chart) {
    const choice = choices.get(chart.id);
    const coloring = chart.colorings[choice.coloring];
    const places = choice.layout === 'umap' ? choice.umap : chart.points;
    const points = places.map((place, i) => ({x: place[0], y: place[1], i}));
    showScale(chart, coloring);
    return {
      type: 'scatter',
      data: {datasets: coloring.classes.length > 0 ? classed(points, coloring) : scaled(points, coloring)},
      options: {
        /* Not "parsing: false", as for lines: Chart.js then takes the points to be sorted by x. */
        animation: false,
        maintainAspectRatio: false,
        layout: {padding: 10},
        clip: 10,
        scales: {x: axis(''), y: axis('')},
        plugins: {
          legend: legend(coloring.classes.length > 0 && coloring.classes.length <= 24),
          tooltip: {enabled: false, external: choice.hover}
        }
      }
    };
  }

  function draw(chart) {
    if (drawn.has(chart.id)) {
      drawn.get(chart.id).destroy();
    }
    const settings = chart.kind === 'lines' ? lines(chart) : map(chart);
    drawn.set(chart.id, new Chart(document.getElementById(chart.id), settings));
  }

  /* The same numbers at every opening of the page (mulberry32). */
  function generator(seed) {
    let state = seed;
    return () => {
      state = (state + 0x6D2B79F5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }

  function rows(chart) {
    const bytes = Uint8Array.from(atob(chart.rows), character => character.charCodeAt(0));
    const values = new DataView(bytes.buffer);
    return chart.points.map((point, i) => Array.from(
      {length: chart.components}, (unused, j) => values.getFloat32(4 * (i * chart.components + j), true)));
  }

  async function layOut(chart, choice, status) {
    if (!choice.running) {
      status.textContent = 'Laying out…';
      await new Promise(resolve => setTimeout(resolve, 20));
      const umap = new UMAP.UMAP({
        nComponents: 2,
        nNeighbors: Math.min(15, chart.points.length - 1),
        minDist: 0.1,
        random: generator(1)
      });
      choice.running = umap.fitAsync(rows(chart), () => true);
    }
    choice.umap = await choice.running;
    status.textContent = '';
  }

  function listen(chart) {
    choices.set(chart.id, {coloring: 0, layout: 'pca', hover: hover(chart)});
    const choice = choices.get(chart.id);
    const of = name => document.querySelector('select[data-map="' + chart.id + '"][data-choice="' + name + '"]');
    const status = document.querySelector('output[data-map="' + chart.id + '"]');
    of('coloring').addEventListener('change', event => {
      choice.coloring = event.target.selectedIndex;
      draw(chart);
    });
    if (chart.points.length < 4) {
      of('layout').disabled = true;
    }
    of('layout').addEventListener('change', async event => {
      const wanted = event.target.value;
      if (wanted === 'umap') {
        await layOut(chart, choice, status);
      }
      if (event.target.value === wanted) {
        choice.layout = wanted;
        draw(chart);
      }
    });
  }

  charts.filter(chart => chart.kind === 'map').forEach(listen);
  charts.forEach(draw);
  dark.addEventListener('change', () => charts.forEach(draw));
})();
