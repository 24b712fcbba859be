import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { EventContract } from '../event-contract.js';

/** A record number as its issuer gave it out. */
export class ErasedRecordNumber {
  @IsString() @Length(1, 120) issuer!: string;
  @IsString() @Length(1, 120) value!: string;
}

@EventContract<PersonErasedV1>({
  subject: 'patients.person.erased.v1',
  emittedWhen:
    'Two people of the hospital confirmed that a person is erased (PT-9): every service erases what it knows of these ids and record numbers and says so with `<service>.erasure.reported.v1`. After a restored backup it is emitted again.',
  key: 'patientId',
  example: {
    erasureId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    patientIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01', '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02'],
    recordNumbers: [{ issuer: 'DEMO-HIS', value: '10023456' }],
    erasedAt: '2026-03-02T02:00:00.000Z',
    keepUntil: '2056-02-20T02:00:00.000Z',
  },
})
export class PersonErasedV1 {
  @IsUUID() erasureId!: string;
  @IsUUID() patientId!: string;
  /** The record and all that were merged into it. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(1_000) @IsUUID('all', { each: true }) patientIds!: string[];
  /** By which hospital systems know the person; emptied once every service has reported. */
  @IsArray()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => ErasedRecordNumber)
  recordNumbers!: ErasedRecordNumber[];
  @IsISO8601() erasedAt!: string;
  /** Until when the law keeps the medical record, sealed; without it everything goes. */
  @IsOptional() @IsISO8601() keepUntil?: string;
}
