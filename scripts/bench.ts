import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { serveBuild } from './bench/browse.ts';
import { bundleForPage } from './bench/bundle.ts';
import { measureMap, type MapFigures } from './bench/measure-map.ts';
import { measureScale, type ScaleFigures } from './bench/measure-scale.ts';
import { measureSimulation, type SimulationFigures } from './bench/measure-simulation.ts';
import { measureTraffic, type TrafficFigures } from './bench/measure-traffic.ts';
import { measureCompile, measureInitialJs, measurePaint } from './bench/measure-start.ts';

// Measures, and judges nothing: figures vary with the machine. `--only js,paint,compile,map,scale,simulation,traffic`
// runs parts, `--cards 1000,10000` sizes, `--json` prints what a program reads. The last build is measured
// where `--no-build` says so.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: 'js,paint,compile,map,scale,simulation,traffic' },
    cards: { type: 'string', default: '1000,10000,50000,100000' },
    'no-build': { type: 'boolean', default: false },
  },
});
const parts = new Set(values.only.split(','));
const sizes = values.cards.split(',').map(Number);
const folder = 'dist';
const needsBuild = ['js', 'paint', 'map', 'scale', 'traffic'].some((part) => parts.has(part));

interface Figures {
  initialJsKb?: number;
  paintMs?: Record<'1x' | '4x', number>;
  compileMs?: number;
  map?: MapFigures;
  scale?: Record<string, ScaleFigures>;
  simulation?: SimulationFigures;
  traffic?: TrafficFigures;
}

async function measure(): Promise<Figures> {
  const figures: Figures = {};
  if (parts.has('js')) figures.initialJsKb = measureInitialJs(folder);
  if (parts.has('compile')) figures.compileMs = measureCompile();
  if (parts.has('simulation')) figures.simulation = measureSimulation();
  if (!needsBuild) return figures;
  const served = await serveBuild(folder);
  try {
    if (parts.has('paint')) figures.paintMs = await measurePaint(served);
    if (parts.has('map')) {
      figures.map = await measureMap(served, {
        seed: await bundleForPage('scripts/bench/seed-map-page.ts'),
        watch: await bundleForPage('scripts/bench/watch-map.ts'),
      });
    }
    if (parts.has('traffic')) {
      figures.traffic = await measureTraffic(served, {
        traffic: await bundleForPage('scripts/bench/watch-traffic.ts'),
        review: await bundleForPage('scripts/bench/watch-review.ts'),
      });
    }
    if (parts.has('scale')) {
      const scripts = {
        seed: await bundleForPage('scripts/bench/seed-page.ts'),
        watch: await bundleForPage('scripts/bench/watch-review.ts'),
      };
      figures.scale = {};
      for (const cards of sizes) {
        figures.scale[String(cards)] = await measureScale(served, scripts, cards);
        if (!values.json) console.log(cards, figures.scale[String(cards)]);
      }
    }
  } finally {
    served.close();
  }
  return figures;
}

if (needsBuild && !values['no-build']) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}
const figures = await measure();
if (values.json) console.log(JSON.stringify(figures, null, 2));
else console.log(figures);
