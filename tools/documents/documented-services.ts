import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Type } from '@nestjs/common';

/** One app and how it appears in the description of the whole product. */
export interface DocumentedService {
  name: string;
  module: Type;
  /** What its tags say about it. */
  description: string;
}

const DESCRIPTIONS: Record<string, string> = {
  staff: '员工、科室、账号与令牌 Departments, accounts and tokens.',
  patients: '患者与就诊 Patients and encounters.',
  'follow-up': '随访计划与任务 Follow-up plans and tasks.',
  complaints: '投诉、工单、补偿券与表扬 Complaints, tickets, vouchers and praise.',
  his: '医院信息系统接口 What hospital systems send, and what became of it.',
  gateway: '网关 The gateway itself.',
};

/** Every folder of apps/ that has a module, by name. @throws Error for a service nobody described. */
export async function documentedServices(): Promise<DocumentedService[]> {
  const apps = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'apps');
  const names = readdirSync(apps).filter((name) => hasModule(join(apps, name, 'src', `${name}.module`)));
  return Promise.all(names.sort().map((name) => load(name)));
}

/** Compiled, or as it stands when a test asks. */
function hasModule(path: string): boolean {
  return existsSync(`${path}.js`) || existsSync(`${path}.ts`);
}

async function load(name: string): Promise<DocumentedService> {
  const description = DESCRIPTIONS[name];
  if (description === undefined) throw new Error(`Say in documented-services.ts what apps/${name} is`);
  const exported = (await import(`../../apps/${name}/src/${name}.module.js`)) as Record<string, Type>;
  const module = exported[`${pascalCase(name)}Module`];
  if (!module) throw new Error(`apps/${name} has no ${pascalCase(name)}Module`);
  return { name, module, description };
}

/** `follow-up` → `FollowUp`. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
