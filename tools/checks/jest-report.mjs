import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * What Jest's --json file says happened, by name.
 * @returns {{ passed: number, failed: string[], skipped: string[] }} a run that wrote no file or ran nothing has failed
 */
export function readJestReport(file, root) {
  if (!existsSync(file)) return { passed: 0, failed: ['Jest wrote no report'], skipped: [] };
  const suites = JSON.parse(readFileSync(file, 'utf8')).testResults;
  const tests = suites.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ status, title: `${fullName} (${relative(root, name)})` })),
  );
  const titled = (...states) => tests.filter(({ status }) => states.includes(status)).map(({ title }) => title);
  const passed = titled('passed').length;
  const failed = [...titled('failed'), ...brokenSuites(suites, root)];
  if (passed + failed.length === 0) failed.push('not one test was executed');
  return { passed, failed, skipped: titled('pending', 'skipped', 'todo', 'disabled') };
}

/** A file that did not load, or failed outside its tests, has no failed test to show for it. */
function brokenSuites(suites, root) {
  return suites
    .filter(({ status, assertionResults }) => {
      return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
    })
    .map(({ name }) => `${relative(root, name)} could not be run`);
}
