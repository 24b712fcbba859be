export interface DepartmentNode {
  id: string;
  parentId: string | null;
}

/** Whether a department may stand under this parent: nothing stands under itself. */
export function mayStandUnder(id: string, parentId: string, all: DepartmentNode[]): boolean {
  const parents = new Map(all.map((department) => [department.id, department.parentId]));
  const seen = new Set<string>();
  let above: string | null | undefined = parentId;
  while (above !== null && above !== undefined && !seen.has(above)) {
    if (above === id) return false;
    seen.add(above);
    above = parents.get(above);
  }
  return true;
}
