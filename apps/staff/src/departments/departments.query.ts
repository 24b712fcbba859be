import { listPage, Problem, type Page } from '#platform';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { DepartmentEntity } from './department.entity.js';
import type { Department, DepartmentsQuery, LocalCode } from './departments.dto.js';
import { DEPARTMENTS } from './departments.list.js';
import { LocalCodeEntity } from './local-code.entity.js';

/** @throws Problem 404 */
export async function departmentById(manager: EntityManager, id: string): Promise<Department> {
  const row = await manager.findOneBy(DepartmentEntity, { id });
  if (!row) throw Problem.notFound('department', id);
  return presentDepartment(row, localCodesOf(await manager.findBy(LocalCodeEntity, { departmentId: id }), id));
}

export async function departmentPage(manager: EntityManager, query: DepartmentsQuery): Promise<Page<Department>> {
  const select = manager.createQueryBuilder(DepartmentEntity, 'd');
  narrow(select, query);
  const page = await listPage(select, DEPARTMENTS, query);
  const codes = await manager.findBy(LocalCodeEntity, { departmentId: In(page.items.map((row) => row.id)) });
  return { ...page, items: page.items.map((row) => presentDepartment(row, localCodesOf(codes, row.id))) };
}

function narrow(select: SelectQueryBuilder<DepartmentEntity>, query: DepartmentsQuery): void {
  if (!query.includeInactive) select.andWhere('d.active');
  if (query.nationalCode !== undefined) {
    const code = query.nationalCode;
    select.andWhere('(d.national_code = :code0 OR starts_with(d.national_code, :below))', {
      code0: code,
      below: `${code}.`,
    });
  }
  if (query.name !== undefined) {
    select.andWhere(`strpos(lower(d.name_zh || ' ' || coalesce(d.name_en, '')), lower(:name)) > 0`, {
      name: query.name,
    });
  }
  if (query.system !== undefined || query.localCode !== undefined) {
    select.andWhere(
      `d.id IN (SELECT department_id FROM department_local_code
                 WHERE system = coalesce(:system, system) AND code = coalesce(:local, code))`,
      { system: query.system ?? null, local: query.localCode ?? null },
    );
  }
}

export function localCodesOf(codes: LocalCodeEntity[], departmentId: string): LocalCode[] {
  return codes
    .filter((code) => code.departmentId === departmentId)
    .map(({ system, code }) => ({ system, code }))
    .sort((a, b) => a.system.localeCompare(b.system) || a.code.localeCompare(b.code));
}

export function presentDepartment(row: DepartmentEntity, localCodes: LocalCode[]): Department {
  return {
    id: row.id,
    nationalCode: row.nationalCode,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    parentId: row.parentId,
    localCodes,
    active: row.active,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
