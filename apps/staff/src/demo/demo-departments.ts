export interface DemoDepartment {
  /** 诊疗科目名录, 卫医发〔1994〕27号 with its later additions. */
  nationalCode: string;
  nameZh: string;
  nameEn: string;
  /** What the demo HIS calls it. */
  localCode: string;
}

/** Departments before their specialties. */
export const DEMO_DEPARTMENTS: DemoDepartment[] = [
  { nationalCode: '01', nameZh: '预防保健科', nameEn: 'Preventive care', localCode: 'YFBJ' },
  { nationalCode: '02', nameZh: '全科医疗科', nameEn: 'General practice', localCode: 'QKYL' },
  { nationalCode: '03', nameZh: '内科', nameEn: 'Internal medicine', localCode: 'NK' },
  { nationalCode: '03.01', nameZh: '呼吸内科专业', nameEn: 'Respiratory medicine', localCode: 'HXNK' },
  { nationalCode: '03.02', nameZh: '消化内科专业', nameEn: 'Gastroenterology', localCode: 'XHNK' },
  { nationalCode: '03.03', nameZh: '神经内科专业', nameEn: 'Neurology', localCode: 'SJNK' },
  { nationalCode: '03.04', nameZh: '心血管内科专业', nameEn: 'Cardiology', localCode: 'XXGNK' },
  { nationalCode: '03.07', nameZh: '内分泌专业', nameEn: 'Endocrinology', localCode: 'NFM' },
  { nationalCode: '04', nameZh: '外科', nameEn: 'Surgery', localCode: 'WK' },
  { nationalCode: '04.01', nameZh: '普通外科专业', nameEn: 'General surgery', localCode: 'PTWK' },
  { nationalCode: '04.03', nameZh: '骨科专业', nameEn: 'Orthopaedics', localCode: 'GK' },
  { nationalCode: '05', nameZh: '妇产科', nameEn: 'Obstetrics and gynaecology', localCode: 'FCK' },
  { nationalCode: '05.01', nameZh: '妇科专业', nameEn: 'Gynaecology', localCode: 'FK' },
  { nationalCode: '05.02', nameZh: '产科专业', nameEn: 'Obstetrics', localCode: 'CK' },
  { nationalCode: '07', nameZh: '儿科', nameEn: 'Paediatrics', localCode: 'EK' },
  { nationalCode: '10', nameZh: '眼科', nameEn: 'Ophthalmology', localCode: 'YK' },
  { nationalCode: '11', nameZh: '耳鼻咽喉科', nameEn: 'Otorhinolaryngology', localCode: 'EBYH' },
  { nationalCode: '19', nameZh: '肿瘤科', nameEn: 'Oncology', localCode: 'ZLK' },
  { nationalCode: '20', nameZh: '急诊医学科', nameEn: 'Emergency medicine', localCode: 'JZK' },
  { nationalCode: '21', nameZh: '康复医学科', nameEn: 'Rehabilitation medicine', localCode: 'KFK' },
  { nationalCode: '32', nameZh: '医学影像科', nameEn: 'Medical imaging', localCode: 'YXK' },
  { nationalCode: '50', nameZh: '中医科', nameEn: 'Chinese medicine', localCode: 'ZYK' },
];
