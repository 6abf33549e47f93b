# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of the whole screen as PNG, and where a window is on it, with nothing but the X library that
GTK brings anyway."""

import ctypes
import functools
import struct
import zlib

ALL_PLANES = ctypes.c_ulong(-1)
Z_PIXMAP = 2


class XImage(ctypes.Structure):
    """The head of the structure that XGetImage() returns."""

    _fields_ = [('width', ctypes.c_int), ('height', ctypes.c_int), ('xoffset', ctypes.c_int),
                ('format', ctypes.c_int), ('data', ctypes.POINTER(ctypes.c_ubyte)),
                ('byte_order', ctypes.c_int), ('bitmap_unit', ctypes.c_int),
                ('bitmap_bit_order', ctypes.c_int), ('bitmap_pad', ctypes.c_int),
                ('depth', ctypes.c_int), ('bytes_per_line', ctypes.c_int),
                ('bits_per_pixel', ctypes.c_int)]


class Gone(AssertionError):
    """What was asked about is no longer there."""


@functools.cache
def load_x11():
    x11 = ctypes.CDLL('libX11.so.6')
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    for name in ('XDisplayWidth', 'XDisplayHeight'):
        getattr(x11, name).argtypes = [ctypes.c_void_p, ctypes.c_int]
    x11.XGetImage.restype = ctypes.POINTER(XImage)
    x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int,
                              ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
    x11.XDestroyImage.argtypes = [ctypes.POINTER(XImage)]
    x11.XGetGeometry.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + 7 * [ctypes.c_void_p]
    x11.XTranslateCoordinates.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong,
                                          ctypes.c_int, ctypes.c_int] + 3 * [ctypes.c_void_p]
    x11.XQueryPointer.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + 7 * [ctypes.c_void_p]
    x11.XSetErrorHandler(ignore_error)
    return x11


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
def ignore_error(_display, _error):
    """What fails says so by what it returns."""
    return 0


def locate(x_window):
    """x, y, width and height of a window on the screen, without what a window manager puts around it
    (xdotool 3.2016 counts that twice)."""
    x11 = load_x11()
    display = x11.XOpenDisplay(None)
    if not display:
        raise OSError('there is no display')
    x, y, width, height, unused = (ctypes.c_int() for _ in range(5))
    root = x11.XDefaultRootWindow(display)
    other = ctypes.c_ulong()
    is_there = x11.XGetGeometry(display, int(x_window), ctypes.byref(other), ctypes.byref(x),
                                ctypes.byref(y), ctypes.byref(width), ctypes.byref(height),
                                ctypes.byref(unused), ctypes.byref(unused))
    is_there = is_there and x11.XTranslateCoordinates(
        display, int(x_window), root, 0, 0, ctypes.byref(x), ctypes.byref(y), ctypes.byref(other))
    x11.XCloseDisplay(display)
    if not is_there:
        raise Gone(f'the window {x_window} has gone')
    return x.value, y.value, width.value, height.value


def find_pointed():
    """The window under the pointer, of those that lie on the screen itself: an application's, with
    what a window manager puts around it, a menu, or the screen where there is none."""
    x11 = load_x11()
    display = x11.XOpenDisplay(None)
    if not display:
        raise OSError('there is no display')
    root = x11.XDefaultRootWindow(display)
    found, other = ctypes.c_ulong(), ctypes.c_ulong()
    unused = ctypes.c_int()
    x11.XQueryPointer(display, root, ctypes.byref(other), ctypes.byref(found),
                      *[ctypes.byref(unused)] * 5)
    x11.XCloseDisplay(display)
    return found.value or root


def grab():
    """The width, the height and the rows of RGB bytes of the screen; it must have 32 bits a pixel."""
    x11 = load_x11()
    display = x11.XOpenDisplay(None)
    if not display:
        raise OSError('there is no display to take a picture of')
    width, height = x11.XDisplayWidth(display, 0), x11.XDisplayHeight(display, 0)
    image = x11.XGetImage(display, x11.XDefaultRootWindow(display), 0, 0, width, height,
                          ALL_PLANES, Z_PIXMAP)
    stride = image.contents.bytes_per_line
    pixels = ctypes.string_at(image.contents.data, stride * height)
    x11.XDestroyImage(image)
    x11.XCloseDisplay(display)

    rows = []
    for y in range(height):
        bgrx = pixels[y * stride:y * stride + width * 4]
        rgb = bytearray(width * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = bgrx[2::4], bgrx[1::4], bgrx[0::4]
        rows.append(bytes(rgb))
    return width, height, rows


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def save(path):
    """Writes what the screen shows to PATH."""
    width, height, rows = grab()
    header = struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b''.join(b'\0' + row for row in rows), 4)
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', body)
                   + chunk(b'IEND', b''))
