import type { EntityManager } from 'typeorm';
import { TaskEntity } from './task.entity.js';

/** A row of `task` as PostgreSQL's driver gives it: `RETURNING task.*`. */
export type TaskRow = Record<string, unknown>;

/** By name: of `*` a prepared statement fails in a replica whose database a newer one has migrated. */
export function taskColumns(tx: EntityManager): string {
  const { columns } = tx.dataSource.getMetadata(TaskEntity);
  return columns.map(({ databaseName }) => `task.${databaseName}`).join(', ');
}

/** What a read of the row would have given: saves the statement after one that wrote it. */
export function taskOf(tx: EntityManager, row: TaskRow): TaskEntity {
  const task = new TaskEntity();
  const { driver } = tx.dataSource;
  for (const column of tx.dataSource.getMetadata(TaskEntity).columns)
    column.setEntityValue(task, driver.prepareHydratedValue(row[column.databaseName], column));
  return task;
}
