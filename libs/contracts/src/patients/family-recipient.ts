import { ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { CONTENT_KINDS, RECIPIENT_REASONS, type ContentKind, type RecipientReason } from '../vocabulary/family.js';

/** Somebody who gets a message about a patient (PT-7): a patient by id, anybody else by name and phone. */
export class FamilyRecipient {
  @IsIn(RECIPIENT_REASONS) reason!: RecipientReason;
  /** The entry in the patient's family; absent for the patient. */
  @IsOptional() @IsUUID() relativeId?: string;
  /** The living record of who gets it; absent for somebody without one. */
  @IsOptional() @IsUUID() patientId?: string;
  /** Of somebody without a record. */
  @IsOptional() @IsString() name?: string;
  /** E.164, of somebody without a record. */
  @IsOptional() @Matches(/^\+\d{5,15}$/) phone?: string;
}

/** A relative, always with its `relativeId`, and what of a patient's messages goes to them now. */
export class FamilyRelative extends FamilyRecipient {
  /** GB/T 4761: what the relative is to the patient, for instance 32, the eldest daughter. */
  @Matches(/^\d\d$/) relation!: string;
  @IsBoolean() guardian!: boolean;
  @IsArray() @ArrayNotEmpty() @IsIn(CONTENT_KINDS, { each: true }) kinds!: ContentKind[];
}
