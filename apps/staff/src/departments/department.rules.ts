export interface DepartmentNode {
  id: string;
  parentId: string | null;
}

export interface Standing extends DepartmentNode {
  active: boolean;
}

/** Why a department cannot stand as it is meant to beside the others; null when it can. */
export function standingFault(
  changed: Standing,
  others: readonly Standing[],
): 'department-has-children' | 'parent-closed' | null {
  if (!changed.active) {
    const open = others.some((other) => other.parentId === changed.id && other.active);
    return open ? 'department-has-children' : null;
  }
  const parent = others.find((other) => other.id === changed.parentId);
  return parent?.active === false ? 'parent-closed' : null;
}

export interface TreeNode<T> {
  department: T;
  children: TreeNode<T>[];
}

/** The departments as a tree, in the order given. One whose parent is not among them stands at the top. */
export function treeOf<T extends DepartmentNode>(departments: readonly T[]): TreeNode<T>[] {
  const nodes = new Map(
    departments.map((department) => [department.id, { department, children: [] as TreeNode<T>[] }]),
  );
  const top: TreeNode<T>[] = [];
  for (const node of nodes.values()) {
    const { parentId } = node.department;
    const siblings = (parentId === null ? undefined : nodes.get(parentId)?.children) ?? top;
    siblings.push(node);
  }
  return top;
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
