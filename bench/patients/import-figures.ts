import type pg from 'pg';
import type { Stack } from '../../tools/start/launch-stack.js';
import { limitFigure, ratioFigure, type Figure } from '../harness/figure.js';
import { inTurn, progress } from '../harness/statistics.js';
import { copyPeople } from './copied-people.js';
import { ImportRun } from './import-run.js';

const LINES = 20_000;
const ROUNDS = 3;

/** Into tables that hold so many already: new people against COPY of the same rows, then a long file. */
export async function importFigures(
  stack: Stack,
  client: pg.Client,
  { people, lines }: { people: number; lines: number },
): Promise<Figure[]> {
  const imports = await ImportRun.open(stack, client);
  // Warms up, and makes the people whose likes the baseline copies.
  await imports.newcomers(LINES);
  const newcomers = await inTurn(
    ROUNDS,
    () => copyPeople(client, LINES),
    async () => (await imports.newcomers(LINES)).perSecond,
  );
  const again = await imports.again();
  progress(`the same ${LINES} lines again: ${again.toFixed(0)}/s, nothing written`);
  const large = await imports.newcomers(lines);
  progress(`${lines} lines: ${large.perSecond.toFixed(0)}/s`);
  const shared = { bench: 'patients', load: `one CSV file, ${people} people there already` };
  return [
    ratioFigure({
      ...{ ...shared, figure: 'import of new patients', value: newcomers.ours, unit: 'lines/s', atLeast: 0.2 },
      baseline: newcomers.baseline,
    }),
    limitFigure({
      ...{ ...shared, figure: `PSS of the service while it imports ${lines} lines, peak`, value: large.peakMb },
      ...{ unit: 'MB', atMost: 300 },
    }),
  ];
}
