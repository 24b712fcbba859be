import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';

export class DepartmentLocalCode {
  /** Code of the sending system. */
  @IsString() @Length(1, 60) system!: string;
  /** What that system calls the department. */
  @IsString() @Length(1, 60) code!: string;
}

@EventContract<DepartmentSavedV1>({
  subject: 'staff.department.saved.v1',
  emittedWhen: 'A department was created or changed.',
  key: 'departmentId',
  example: {
    departmentId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06',
    nationalCode: '03.01',
    nameZh: '呼吸内科专业',
    nameEn: 'Respiratory medicine',
    parentId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05',
    localCodes: [{ system: 'demo-his', code: 'HXNK' }],
    active: true,
  },
})
export class DepartmentSavedV1 {
  @IsUUID() departmentId!: string;
  /** 卫医发〔1994〕27号 */
  @IsOptional() @IsString() @Length(0, 60) nationalCode?: string;
  @IsString() @Length(1, 120) nameZh!: string;
  @IsOptional() @IsString() @Length(0, 120) nameEn?: string;
  /** The department it belongs to. */
  @IsOptional() @IsUUID() parentId?: string;
  /** All its codes in sending systems; those of the event before are void. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DepartmentLocalCode)
  localCodes?: DepartmentLocalCode[];
  @IsBoolean() active!: boolean;
}
