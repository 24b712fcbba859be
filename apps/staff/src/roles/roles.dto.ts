import { RIGHTS, ROLES, type Right, type Role } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn } from 'class-validator';

export class RightView {
  @ApiProperty({ enum: RIGHTS, example: 'patients.read' }) right!: Right;
  @ApiProperty({ example: '查看患者与就诊记录' }) meaningZh!: string;
  @ApiProperty({ example: 'Read patients and their visits' }) meaningEn!: string;
  @ApiProperty({ enum: ROLES, isArray: true, example: ['agent'], description: 'Roles that have it now.' })
  roles!: Role[];
}

export class RightList {
  @ApiProperty({ type: [RightView] }) items!: RightView[];
}

export class RoleView {
  @ApiProperty({ enum: ROLES, example: 'guide' }) role!: Role;
  @ApiProperty({ example: '导医' }) nameZh!: string;
  @ApiProperty({ example: 'Guide' }) nameEn!: string;
  @ApiProperty({ enum: RIGHTS, isArray: true, example: ['patients.read'], description: 'What it may do now.' })
  rights!: Right[];
  @ApiProperty({ enum: RIGHTS, isArray: true, example: ['patients.read'], description: 'As the product comes.' })
  defaultRights!: Right[];
  @ApiProperty({ example: 0, description: '0: never changed here. Grows with each change; also the ETag.' })
  version!: number;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', example: null }) updatedAt!: string | null;
}

export class RoleList {
  @ApiProperty({ type: [RoleView] }) items!: RoleView[];
}

export class RoleParams {
  @ApiProperty({ enum: ROLES, example: 'guide' }) @IsIn(ROLES) role!: Role;
}

export class ReplaceRights {
  @ApiProperty({
    enum: RIGHTS,
    isArray: true,
    example: ['patients.read', 'personal.unmasked'],
    description: 'All it may do from now on.',
  })
  @IsArray()
  @ArrayUnique()
  @IsIn(RIGHTS, { each: true })
  rights!: Right[];
}
