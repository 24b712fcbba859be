import { dataOf, type HospitalClient } from '#client';

const FILE = '老系统患者名单.csv';
const LANGUAGE = { 'accept-language': 'zh-CN' };
/** Two people of the former system, a national ID that is wrong, and a birth date there never was. */
const LINES = [
  '姓名,性别,出生日期,身份证号,手机,病案号,发号系统',
  '刘敏,女,1990-04-12,,13800138020,OLD-1001,OLD-HIS',
  '黄磊,男,1976-11-03,,13800138021,OLD-1002,OLD-HIS',
  '郑爽朗,男,,110108197701011510,13800138022,OLD-1003,OLD-HIS',
  '冯春梅,女,1988-02-30,,13800138023,OLD-1004,OLD-HIS',
];

/** PT-8 as the hospital's manager imports a file: two lines are taken, two stand in the report of errors. Once. */
export async function playImport(manager: HospitalClient): Promise<void> {
  const { items } = await dataOf(manager.GET('/patients/imports', { params: { header: LANGUAGE } }));
  if (items.length > 0) return;
  const form = new FormData();
  form.append('file', new Blob([`${LINES.join('\n')}\n`], { type: 'text/csv' }), FILE);
  await dataOf(
    manager.POST('/patients/imports', {
      body: { file: FILE },
      bodySerializer: () => form,
    }),
  );
}
