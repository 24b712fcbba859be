/** A nurse as tasks are dealt to her. */
export interface DealtNurse {
  id: string;
  skills: string[];
  /** Open tasks she has. */
  load: number;
}

export interface DealtTask {
  id: string;
  /** Null: every nurse can do it. */
  skill: string | null;
}

/** Who gets a task, and why she. */
export interface Dealt {
  taskId: string;
  nurseId: string;
  /** Open tasks she had when it came to this one: nobody of the `able` had fewer. */
  load: number;
  /** Nurses who have the skill. */
  able: number;
}

export interface Dealing {
  dealt: Dealt[];
  /** Tasks for which nobody has the skill. */
  left: DealtTask[];
}

/**
 * Deals tasks, in their order, each to the nurse with the skill who has least to do (FU-7). Among equals the one with
 * fewer skills gets it: who can do much is kept free for what few can do; then the order of ids decides.
 */
export function deal(tasks: readonly DealtTask[], nurses: readonly DealtNurse[]): Dealing {
  const loads = new Map(nurses.map(({ id, load }) => [id, load]));
  const bySkill = new Map<string | null, DealtNurse[]>();
  const able = (skill: string | null) => {
    const known = bySkill.get(skill) ?? nurses.filter(({ skills }) => skill === null || skills.includes(skill));
    bySkill.set(skill, known);
    return known;
  };
  const loadOf = ({ id }: DealtNurse) => loads.get(id) ?? 0;
  const dealing: Dealing = { dealt: [], left: [] };
  for (const task of tasks) {
    const candidates = able(task.skill);
    const [first, ...others] = candidates;
    if (first === undefined) {
      dealing.left.push(task);
      continue;
    }
    const nurse = others.reduce((best, each) => (precedes(each, best, loadOf) ? each : best), first);
    const load = loadOf(nurse);
    dealing.dealt.push({ taskId: task.id, nurseId: nurse.id, load, able: candidates.length });
    loads.set(nurse.id, load + 1);
  }
  return dealing;
}

function precedes(one: DealtNurse, other: DealtNurse, loadOf: (nurse: DealtNurse) => number): boolean {
  const difference = loadOf(one) - loadOf(other) || one.skills.length - other.skills.length;
  return difference === 0 ? one.id < other.id : difference < 0;
}
