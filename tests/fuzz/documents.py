"""Small whole documents of every type that may be brought, each different by its number."""

import io
import struct
import zipfile
import zlib

OFFICE = "application/vnd.openxmlformats-officedocument."


def pdf(number):
    return f"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Number {number} >>\nendobj\n%%EOF\n".encode()


def png(number):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    text = b"Number\0" + str(number).encode()
    parts = [(b"IHDR", head), (b"tEXt", text), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def jpeg(number):
    comment = str(number).encode()
    segment = b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment
    return b"\xff\xd8" + segment + b"\xff\xda\x00\x02data\xff\xd9"


def office(kind):
    def document(number):
        types = f'<Types><Override PartName="/main.xml" ContentType="{kind}.main+xml"/></Types>'
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", types)
            archive.writestr("main.xml", f"<main number='{number}'/>")
        return file.getvalue()

    return document


DOCX = OFFICE + "wordprocessingml.document"
XLSX = OFFICE + "spreadsheetml.sheet"
MAKERS = {
    "application/pdf": pdf,
    "image/png": png,
    "image/jpeg": jpeg,
    DOCX: office(DOCX),
    XLSX: office(XLSX),
}
