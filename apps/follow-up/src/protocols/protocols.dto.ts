import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsString, Length, Matches, Max, Min } from 'class-validator';
import { ProtocolDefinitionDto } from './definition.dto.js';
import { PROTOCOL_STATUSES, type ProtocolStatus } from './protocol.rules.js';

export class Protocol {
  @ApiProperty({ example: 'discharge-default' }) code!: string;
  @ApiProperty({ example: 1 }) version!: number;
  @ApiProperty({ example: '出院默认随访方案' }) nameZh!: string;
  @ApiProperty({ example: 'Default discharge protocol' }) nameEn!: string;
  @ApiProperty({ enum: PROTOCOL_STATUSES, example: 'published', description: 'Published and retired never change.' })
  status!: ProtocolStatus;
  @ApiProperty({ type: ProtocolDefinitionDto }) definition!: ProtocolDefinitionDto;
  @ApiProperty({ example: 1, description: 'Grows with each change; send `If-Match: "<revision>"` to change it.' })
  revision!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) publishedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) retiredAt!: string | null;
}

export class FollowedPlans {
  @ApiProperty({ example: 100, description: 'Plans that follow this version from now on.' }) moved!: number;
  @ApiProperty({ example: 0, description: 'Plans that still follow another version: ask again.' }) left!: number;
}

export class ProtocolList {
  @ApiProperty({ type: [Protocol] }) items!: Protocol[];
}

export class ProtocolCodeParams {
  @ApiProperty({ example: 'discharge-default', maxLength: 60 })
  @IsString()
  @Length(1, 60)
  code!: string;
}

export class ProtocolVersionParams extends ProtocolCodeParams {
  @ApiProperty({ example: 1, minimum: 1, maximum: 1_000_000 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version!: number;
}

export class ProtocolDraft {
  @ApiProperty({ example: '老年肺炎出院随访方案' }) @IsString() @Length(1, 120) nameZh!: string;
  @ApiProperty({ example: 'Pneumonia of the elderly, after discharge' }) @IsString() @Length(1, 120) nameEn!: string;
  // Checked by the service, which says where in the document it is wrong by a JSON pointer.
  @ApiProperty({ type: ProtocolDefinitionDto }) @IsObject() definition!: object;
}

export class NewProtocol extends ProtocolDraft {
  @ApiProperty({ example: 'pneumonia-elderly', description: 'Lower-case words; it never changes.' })
  @IsString()
  @Length(1, 60)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  code!: string;
}
