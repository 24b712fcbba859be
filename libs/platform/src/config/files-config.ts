import { IsInt, IsOptional, IsString, Matches, Max, Min, ValidateIf } from 'class-validator';
import { Env } from './load-config.js';
import { ServiceConfig } from './service-config.js';

const withS3 = (config: FilesConfig) => config.s3Endpoint !== undefined;

/** What a service that keeps files is told besides. Its configuration extends this instead of ServiceConfig. */
export class FilesConfig extends ServiceConfig {
  /** The shared folder: every replica sees the same one. Not used with `FILES_S3_ENDPOINT`. */
  @Env('FILES_DIR') @IsString() filesDir: string = '.data/files';

  @Env('FILES_S3_ENDPOINT') @IsOptional() @Matches(/^https?:\/\//) s3Endpoint?: string;
  @Env('FILES_S3_BUCKET') @ValidateIf(withS3) @IsString() s3Bucket?: string;
  @Env('FILES_S3_REGION') @IsString() s3Region: string = 'us-east-1';
  @Env('FILES_S3_ACCESS_KEY_ID') @ValidateIf(withS3) @IsString() s3AccessKeyId?: string;
  @Env('FILES_S3_SECRET_ACCESS_KEY') @ValidateIf(withS3) @IsString() s3SecretAccessKey?: string;

  /** Secrets that sign links, separated by commas: the first signs, all are accepted. Without one there are no links. */
  @Env('FILES_LINK_KEYS')
  @IsOptional()
  @Matches(/^[^,\s]{32,}(,[^,\s]{32,})*$/, {
    message: 'must be secrets of at least 32 characters, with commas between',
  })
  linkKeys?: string;
  /** How long a signed link works. */
  @Env('FILES_LINK_SECONDS') @IsInt() @Min(10) @Max(86_400) linkSeconds: number = 300;

  /** clamd over TCP, `host` or `host:port` (3310). Without it files are kept and served as `not-scanned`. */
  @Env('CLAMAV_HOST') @IsOptional() @Matches(/^[\w.-]+(:\d{1,5})?$/) clamavHost?: string;
}
