"""The names of things in a Word package."""

from __future__ import annotations

FORMATS = "http://schemas.openxmlformats.org"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = f"{FORMATS}/wordprocessingml/2006/main"
R = f"{FORMATS}/officeDocument/2006/relationships"
ROOT = f'xmlns:w="{W}" xmlns:r="{R}"'
DRAWING = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    f' xmlns:wp="{FORMATS}/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:a="{FORMATS}/drawingml/2006/main"'
    f' xmlns:pic="{FORMATS}/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)
RELATIONS = f"{FORMATS}/package/2006/relationships"
TYPES = f"{FORMATS}/package/2006/content-types"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
"""What the content types of the parts of a Word document start with."""
