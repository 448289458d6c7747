/** A bucket of an S3-compatible service, and the key that may read, write, list and delete in it. */
export interface S3Place {
  /** `https://s3.example`, without the bucket. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}
