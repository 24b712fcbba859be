import { RIGHTS, ROLES, type Right, type Role } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class TokenRequest {
  @ApiProperty({ example: 'manager', minLength: 1, maxLength: 60 })
  @IsString()
  @Length(1, 60)
  username!: string;

  @ApiProperty({ example: 'demo-password-2026', minLength: 1, maxLength: 128, format: 'password' })
  @IsString()
  @Length(1, 128)
  password!: string;
}

export class ChangePassword extends TokenRequest {
  @ApiProperty({ example: 'tropfen-am-morgen', minLength: 1, maxLength: 128, format: 'password' })
  @IsString()
  @Length(1, 128)
  newPassword!: string;
}

export class RefreshRequest {
  @ApiProperty({ example: 'V1q3…', minLength: 1, maxLength: 200, description: 'The newest of the session.' })
  @IsString()
  @Length(1, 200)
  refreshToken!: string;
}

export class TokenResponse {
  @ApiProperty({ description: 'A JWT signed with ES256.', example: 'eyJhbGciOiJFUzI1NiIsImtpZCI6…' })
  accessToken!: string;
  @ApiProperty({ enum: ['Bearer'], example: 'Bearer' }) tokenType!: 'Bearer';
  @ApiProperty({ description: 'Seconds from now.', example: 1800 }) expiresIn!: number;
  @ApiProperty({ description: 'For POST /auth/refresh, in place of the one before.', example: 'V1q3…' })
  refreshToken!: string;
  @ApiProperty({ description: 'Seconds from now, after which one signs in again.', example: 28_800 })
  refreshExpiresIn!: number;
}

export class JsonWebKeyDto {
  @ApiProperty({ example: 'EC' }) kty!: string;
  @ApiProperty({ example: 'P-256' }) crv!: string;
  @ApiProperty({ example: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU' }) x!: string;
  @ApiProperty({ example: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0' }) y!: string;
  @ApiProperty({ description: 'Names the key in the header of a token.' }) kid!: string;
  @ApiProperty({ example: 'ES256' }) alg!: string;
  @ApiProperty({ example: 'sig' }) use!: string;
}

export class JsonWebKeySetDto {
  @ApiProperty({ type: [JsonWebKeyDto] }) keys!: JsonWebKeyDto[];
}

export class Me {
  @ApiProperty({ description: 'The account, as the token says it.', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10' })
  id!: string;
  @ApiProperty({ example: '李晓梅' }) displayName!: string;
  @ApiProperty({ enum: ROLES, isArray: true, example: ['agent'] }) roles!: Role[];
  @ApiProperty({ enum: RIGHTS, isArray: true, example: ['patients.read'], description: 'What they allow together.' })
  rights!: Right[];
}
