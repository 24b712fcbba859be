import { IsBoolean, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<DepartmentSavedV1>({
  subject: 'staff.department.saved.v1',
  emittedWhen: 'A department was created or changed.',
  key: 'departmentId',
  example: {
    departmentId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06',
    nationalCode: '03.01',
    nameZh: '呼吸内科专业',
    nameEn: 'Respiratory medicine',
    active: true,
  },
})
export class DepartmentSavedV1 {
  @IsUUID() departmentId!: string;
  /** 卫医发〔1994〕27号 */
  @IsOptional() @IsString() @Length(0, 60) nationalCode?: string;
  @IsString() @Length(1, 120) nameZh!: string;
  @IsOptional() @IsString() @Length(0, 120) nameEn?: string;
  @IsBoolean() active!: boolean;
}
