import { DepartmentSavedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import {
  Clock,
  isUniqueViolation,
  lockKey,
  newId,
  type Page,
  Problem,
  requireVersion,
  stateChange,
  transact,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DepartmentEntity } from './department.entity.js';
import { mayStandUnder, standingFault, treeOf, type TreeNode } from './department.rules.js';
import type { Department, DepartmentBranch, DepartmentsQuery, LocalCode, SaveDepartment } from './departments.dto.js';
import { departmentById, departmentPage, localCodesOf, presentDepartment } from './departments.query.js';
import { LocalCodeEntity } from './local-code.entity.js';

@Injectable()
export class DepartmentsService {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  list(query: DepartmentsQuery): Promise<Page<Department>> {
    return departmentPage(this.source.manager, query);
  }

  /** @throws Problem 404 */
  read(id: string): Promise<Department> {
    return departmentById(this.source.manager, id);
  }

  /** @throws Problem 409 when a local code names another department already, 400 when there is no such parent. */
  create(input: SaveDepartment): Promise<Department> {
    return this.saving(async (tx) => this.createIn(tx, input));
  }

  /** Creates one inside a transaction of the caller's. */
  async createIn(tx: EntityManager, input: SaveDepartment): Promise<Department> {
    const now = this.clock.now();
    const row = { id: newId(), ...fieldsOf(input), version: 1, createdAt: now, updatedAt: now };
    await this.requirePlace(tx, row);
    await tx.insert(DepartmentEntity, row);
    stateChange('department', row.id, null, { ...fieldsOf(input), localCodes: input.localCodes });
    return this.saved(tx, row, input.localCodes);
  }

  /** @throws Problem 404; 412 when it changed since `version`; 409 and 400 as `create`. */
  replace(id: string, version: number, input: SaveDepartment): Promise<Department> {
    return this.saving(async (tx) => {
      const row = await tx.findOne(DepartmentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw Problem.notFound('department', id);
      requireVersion(row.version, version);
      const changed = { ...row, ...fieldsOf(input), version: row.version + 1, updatedAt: this.clock.now() };
      await this.requirePlace(tx, changed);
      if (row.active && !changed.active) await this.requireNoDuty(tx, id);
      await tx.update(DepartmentEntity, { id }, changed);
      const formerCodes = await tx.findBy(LocalCodeEntity, { departmentId: id });
      await tx.delete(LocalCodeEntity, { departmentId: id });
      const former = presentDepartment(row, localCodesOf(formerCodes, id));
      const department = await this.saved(tx, changed, input.localCodes);
      stateChange('department', id, former, department);
      return department;
    });
  }

  /** Moves it, with all below it, under another one, or to the top. @throws Problem as `replace`. */
  move(id: string, version: number, parentId: string | null): Promise<Department> {
    return this.saving(async (tx) => {
      const row = await tx.findOne(DepartmentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw Problem.notFound('department', id);
      requireVersion(row.version, version);
      const changed = { ...row, parentId, version: row.version + 1, updatedAt: this.clock.now() };
      await this.requirePlace(tx, changed);
      await tx.update(DepartmentEntity, { id }, changed);
      const department = await departmentById(tx, id);
      stateChange('department', id, { parentId: row.parentId }, { parentId });
      await this.outbox.append(tx, DepartmentSavedV1, factsOf(department));
      return department;
    });
  }

  async tree(includeInactive: boolean): Promise<DepartmentBranch[]> {
    const rows = await this.source.manager.find(DepartmentEntity, {
      where: includeInactive ? {} : { active: true },
      order: { nationalCode: { direction: 'ASC', nulls: 'LAST' }, id: 'ASC' },
    });
    return treeOf(rows).map(branchOf);
  }

  private async saving(work: (tx: EntityManager) => Promise<Department>): Promise<Department> {
    try {
      return await transact(this.source, work);
    } catch (error) {
      if (!isUniqueViolation(error, 'department_local_code_pkey')) throw error;
      throw Problem.conflict('local-code-taken');
    }
  }

  private async saved(tx: EntityManager, row: DepartmentEntity, codes: LocalCode[]): Promise<Department> {
    const localCodes = codes.map(({ system, code }) => ({ system, code, departmentId: row.id }));
    if (localCodes.length > 0) await tx.insert(LocalCodeEntity, localCodes);
    const department = presentDepartment(row, localCodesOf(localCodes, row.id));
    await this.outbox.append(tx, DepartmentSavedV1, factsOf(department));
    return department;
  }

  private async requirePlace(tx: EntityManager, changed: DepartmentEntity): Promise<void> {
    const { id, parentId } = changed;
    // Two moves that are each allowed could close a circle together.
    await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey('department tree')]);
    const all = await tx.find(DepartmentEntity, { select: { id: true, parentId: true, active: true } });
    if (parentId !== null && !all.some((department) => department.id === parentId))
      throw Problem.invalid([{ field: 'parentId', code: 'no-department' }]);
    if (parentId !== null && !mayStandUnder(id, parentId, all)) throw Problem.conflict('department-in-circle');
    const fault = standingFault(changed, all);
    if (fault !== null) throw Problem.conflict(fault === 'parent-closed' ? 'parent-closed' : 'department-has-children');
  }

  private async requireNoDuty(tx: EntityManager, id: string): Promise<void> {
    const planned = await tx.query<unknown[]>(
      `SELECT 1 FROM duty_shift WHERE department_id = $1 AND ends_at > $2
       UNION ALL SELECT 1 FROM weekly_duty WHERE department_id = $1 AND due_at IS NOT NULL LIMIT 1`,
      [id, this.clock.now()],
    );
    if (planned.length > 0) throw Problem.conflict('department-has-duty');
  }
}

function branchOf({ department, children }: TreeNode<DepartmentEntity>): DepartmentBranch {
  const { id, nationalCode, nameZh, nameEn, active } = department;
  return { id, nationalCode, nameZh, nameEn, active, children: children.map(branchOf) };
}

function fieldsOf(input: SaveDepartment) {
  return {
    nationalCode: input.nationalCode ?? null,
    nameZh: input.nameZh,
    nameEn: input.nameEn ?? null,
    parentId: input.parentId ?? null,
    active: input.active,
  };
}

function factsOf(department: Department): DepartmentSavedV1 {
  return {
    departmentId: department.id,
    ...(department.nationalCode === null ? {} : { nationalCode: department.nationalCode }),
    nameZh: department.nameZh,
    ...(department.nameEn === null ? {} : { nameEn: department.nameEn }),
    ...(department.parentId === null ? {} : { parentId: department.parentId }),
    localCodes: department.localCodes,
    active: department.active,
  };
}
