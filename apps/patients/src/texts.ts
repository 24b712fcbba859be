import type { TextSet } from '#platform';

/** What this service answers when something is wrong. */
export const PATIENTS_TEXTS: TextSet = {
  problems: {
    'export-without-file': {
      'zh-CN': '此导出没有文件：尚未完成、已失败或已过期删除。',
      en: 'The export has no file: it is not made yet, failed, or was removed.',
    },
    'import-ended': { 'zh-CN': '此导入已结束。', en: 'The import has ended already.' },
    'already-merged': { 'zh-CN': '两份档案已是同一人。', en: 'Both records are one person already.' },
    'two-national-ids': {
      'zh-CN': '两份档案的身份证号不同，请先更正。',
      en: 'The records have different national IDs; correct one first.',
    },
    'birthday-over': { 'zh-CN': '该生日已过或已祝贺，不能再改。', en: 'The day was told, or has passed.' },
    'merge-undone': { 'zh-CN': '该合并已被撤销。', en: 'The merge does not hold any more.' },
    'card-exists': {
      'zh-CN': '另一张会员卡已使用此卡号。',
      en: 'Another membership card has this number.',
    },
    'duplicate-decided': {
      'zh-CN': '这两份档案已处理过。',
      en: 'About these two records it was decided already.',
    },
    'duplicate-not-dismissed': {
      'zh-CN': '只有标为“不是同一人”的档案对才能重新审核。',
      en: 'Only a pair that was dismissed, of two records that live, can be looked at again.',
    },
    'patient-exists': {
      'zh-CN': '已有患者档案使用此{what:term}。',
      en: 'A patient with this {what:term} has a record already.',
    },
    'tag-exists': { 'zh-CN': '标签 {code} 已存在。', en: 'There is a tag {code} already.' },
    'tag-retired': { 'zh-CN': '标签 {code} 已停用。', en: 'The tag {code} is retired: nobody gets it any more.' },
  },
  reasons: {
    'tag-unknown': { 'zh-CN': '标签目录中没有', en: 'is no tag of the catalogue' },
    'header-unknown': { 'zh-CN': '表头无法识别：{titles}', en: 'No column is known by the title {titles}' },
    'header-double': { 'zh-CN': '表头重复：{titles}', en: 'There is more than one column {titles}' },
    'header-missing': { 'zh-CN': '缺少列：{titles}', en: 'A column is missing: {titles}' },
    'header-masked': {
      'zh-CN': '脱敏导出的文件不能再导入：{titles}',
      en: 'The file was exported masked and cannot come back in: {titles}',
    },
    'import-no-lines': { 'zh-CN': '表头之下没有数据', en: 'There is no line below the header' },
    'import-too-many-lines': { 'zh-CN': '超过 {most} 行', en: 'There are more than {most} lines' },
    'import-broken': {
      'zh-CN': '多次尝试后仍未完成，请联系管理员',
      en: 'It did not come to its end in many attempts; ask the administrator',
    },
    'workbook-unreadable': {
      'zh-CN': '无法读取此工作簿，请另存为 .xlsx 或 CSV',
      en: 'The workbook cannot be read; save it as .xlsx or CSV',
    },
    'workbook-too-large': {
      'zh-CN': '工作簿解压后过大，请另存为 CSV',
      en: 'The workbook is too large when it is unpacked; save it as CSV',
    },
    'row-too-long': { 'zh-CN': '此行超过 65536 个字符', en: 'the line has more than 65536 characters' },
    'quote-unclosed': { 'zh-CN': '引号没有闭合', en: 'a quotation mark is never closed' },
    'too-many-cells': { 'zh-CN': '此行超过 256 个单元格', en: 'the line has more than 256 cells' },
    'cell-without-column': { 'zh-CN': '此行的单元格多于表头', en: 'has more cells than the header has titles' },
    'cell-undecodable': { 'zh-CN': '含有无法识别的字符', en: 'has characters that cannot be read' },
    'cell-formula': { 'zh-CN': '不接受公式', en: 'must not be a formula' },
    'sex-unreadable': { 'zh-CN': '应为男、女、其他或未知', en: 'must be male, female, other or unknown' },
    'date-unreadable': { 'zh-CN': '日期应写作 1949-12-31', en: 'must be a date such as 1949-12-31' },
    'document-type-unreadable': { 'zh-CN': '证件类型无法识别', en: 'is no type of document that is known' },
    'yes-or-no': { 'zh-CN': '应为是或否', en: 'must be yes or no' },
    'document-incomplete': { 'zh-CN': '证件类型与号码须同时填写', en: 'type and number of a document go together' },
    'list-lengths': {
      'zh-CN': '病案号有 {numbers} 个，此处有 {given} 个',
      en: 'there are {numbers} record numbers and {given} of these',
    },
    'issuer-missing': { 'zh-CN': '缺少病案号的发号系统', en: 'the system that issued the number is missing' },
    'phone-unreadable': { 'zh-CN': '不是电话号码', en: 'is no phone number' },
    'patient-unknown': { 'zh-CN': '没有此编号的患者', en: 'no patient has this id' },
    'too-little-to-tell': {
      'zh-CN': '须填写身份证号、病案号，或姓名加电话（证件）',
      en: 'needs a national ID, a record number, or a name with a phone or document',
    },
    'belongs-to-another': {
      'zh-CN': '号码属于另一位患者 {patientId}',
      en: 'the number belongs to another patient, {patientId}',
    },
    'another-person': {
      'zh-CN': '号码属于患者 {patientId}，其姓名和出生日期或身份证号均不同',
      en: 'the number belongs to patient {patientId}, who has another name and another birth date or national ID',
    },
    'merge-with-itself': { 'zh-CN': '不能与自身合并', en: 'must be another record' },
    'one-holder': {
      'zh-CN': '双方都登记过同一身份证号，请写明归谁',
      en: 'is needed: both told the same national ID, and only one of them can keep it',
    },
    'icd-10': { 'zh-CN': '不是 ICD-10 编码', en: 'is no code of ICD-10' },
    'only-for-referral': { 'zh-CN': '仅在朋友介绍时填写', en: 'only goes with friend-referral' },
    'refers-oneself': { 'zh-CN': '不能是患者本人', en: 'is the patient' },
    'before-it-begins': { 'zh-CN': '早于生效日期', en: 'is before the first day' },
    blank: { 'zh-CN': '不能为空白', en: 'must not be blank' },
    'calendar-day': {
      'zh-CN': '必须是 YYYY-MM-DD 形式的日历日期',
      en: 'must be a day of the calendar, written YYYY-MM-DD',
    },
    'needs-deceased': { 'zh-CN': '需同时给出 deceased: true', en: 'needs deceased: true' },
    'issuer-without-mrn': { 'zh-CN': '用于限定 mrn，请同时给出', en: 'narrows mrn; give both' },
    'nothing-to-search': { 'zh-CN': '不含文字或字母', en: 'has neither letters nor characters' },
    'national-id-invalid': {
      'zh-CN': '不是有效的居民身份证号（GB 11643-1999）；其他证件请填 `document`',
      en: 'is not a valid number by GB 11643-1999; give other documents in `document`',
    },
    'needs-legal-basis': { 'zh-CN': '授权须写明合法依据', en: 'a grant names its legal basis' },
    'basis-insufficient': {
      'zh-CN': '此依据不足以支持该用途，可用：{allowed}',
      en: 'is not enough for this purpose; one of {allowed} is',
    },
    'only-when-granted': { 'zh-CN': '仅在授权时填写', en: 'only goes with a grant' },
    'needs-guardian': {
      'zh-CN': '未满14周岁须由监护人同意（个人信息保护法第三十一条）',
      en: 'somebody below 14 needs the consent of a guardian (PIPL Art. 31)',
    },
    'in-the-future': { 'zh-CN': '是将来的时间', en: 'is in the future' },
    'contradicts-national-id': {
      'zh-CN': '与身份证号不符，身份证号为 {said}',
      en: 'contradicts the national ID, which says {said}',
    },
  },
  terms: {
    birthday: { 'zh-CN': '生日关怀', en: 'birthday' },
    'birthday-photo': { 'zh-CN': '生日照片', en: 'photo of birthday' },
    merge: { 'zh-CN': '档案合并', en: 'merge' },
    duplicate: { 'zh-CN': '疑似重复档案', en: 'pair of probable duplicates' },
    patient: { 'zh-CN': '患者', en: 'patient' },
    'patient-import': { 'zh-CN': '患者导入', en: 'import of patients' },
    'patient-export': { 'zh-CN': '患者导出', en: 'export of patients' },
    'patient-photo': { 'zh-CN': '患者照片', en: 'photo of patient' },
    tag: { 'zh-CN': '标签', en: 'tag' },
    encounter: { 'zh-CN': '就诊', en: 'encounter' },
    'membership-card': { 'zh-CN': '会员卡', en: 'membership card' },
    'national-id': { 'zh-CN': '身份证号', en: 'national ID' },
    'record-number': { 'zh-CN': '病案号', en: 'record number' },
  },
};
