import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whoever it is: a mobile number or a national id. */
const ANYBODY = /(?<![0-9A-Za-z.])(?:1[3-9]\d{9}|\d{6}(?:18|19|20)\d{9}[\dXx])(?![0-9A-Za-z])/;
const WORD = /[0-9a-z]/;

/**
 * Looks through the logs of a test run.
 * @param people what must not be there, in small letters
 * @returns {{ lines: number, found: string[] }} `found` names file, line and what it was
 */
export function findPersonalData(folder, people) {
  let lines = 0;
  const found = [];
  for (const file of readdirSync(folder).sort()) {
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .forEach((line, index) => {
        if (line !== '') lines += 1;
        const whom = personIn(line.toLowerCase(), people);
        if (whom !== undefined) found.push(`${file}:${index + 1}: ${whom}: ${line.slice(0, 300)}`);
      });
  }
  return { lines, found };
}

function personIn(line, people) {
  return ANYBODY.exec(line)?.[0] ?? people.find((person) => contains(line, person));
}

/** As a word of its own: a record number inside a UUID is none. */
function contains(line, person) {
  for (let at = line.indexOf(person); at >= 0; at = line.indexOf(person, at + 1)) {
    const around = [line[at - 1], line[at + person.length]];
    if (!around.some((letter) => letter !== undefined && WORD.test(letter))) return true;
  }
  return false;
}
