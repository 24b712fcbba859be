/** What the person is told, in words: Chinese first. */
export interface ErasureLetter {
  'zh-CN': string;
  en: string;
}

/**
 * PT-9, PIPL Art. 47 and 50: what is erased, what the law keeps, why and until when.
 * @param keepUntil the last day of the statutory term in the hospital's zone, or null when nothing is kept by it
 */
export function erasureLetter(keepUntil: string | null): ErasureLetter {
  return keepUntil === null ? WHOLE : sealed(keepUntil);
}

const ALSO_ZH =
  '依法须留存的操作审计记录（谁在何时查阅或更改过您的信息）保存六年；备份最迟在三十五天后、内部消息副本最迟在三十天后自动删除，在此之前仅封存、不使用。';
const ALSO_EN =
  'The audit of who read or changed your data is kept for six years, as the law demands. Backups go after at most 35 days and copies of internal messages after at most 30; until then they are stored and not used.';

const WHOLE: ErasureLetter = {
  'zh-CN': `您的个人信息已全部删除：姓名、证件、电话、住址、标签、同意记录、照片以及与您的联系记录。${ALSO_ZH}`,
  en: `All your personal data were erased: name, documents, phones, address, tags, consents, photos and our contacts with you. ${ALSO_EN}`,
};

function sealed(until: string): ErasureLetter {
  return {
    'zh-CN': `您的联系记录、标签、营销与社群信息、照片、会员卡、承诺及导入导出文件已删除。病历（就诊、诊断、过敏史、随访记录及其中的身份信息）和您的同意记录，依《医疗机构病历管理规定》须保存至 ${until}，现已封存：除依法存储和保护外不再使用，不能被查询、列出或用于营销，到期自动删除。${ALSO_ZH}`,
    en: `Our contacts with you, tags, marketing and community data, photos, cards, promises and the files of imports and exports were erased. Your medical record (visits, diagnoses, allergies, follow-up and who you are in them) and your consents have to be kept until ${until} by the rules for medical records. They are sealed: stored and protected, not searched, listed or used for marketing, and erased when the term ends. ${ALSO_EN}`,
  };
}
