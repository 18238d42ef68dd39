//! A client of HTTP/1.1 on one connection that is kept: as small as it can be, so that little of the machine goes to asking.

use std::{
    io,
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A connection on which nothing was asked for so long is opened anew: the service gives up those that it hears nothing from.
const RESTED: Duration = Duration::from_secs(2);

pub struct Connection {
    address: SocketAddr,
    stream: TcpStream,
    used: Instant,
    received: Vec<u8>,
}

/// An answer, until the next one is read.
pub struct Response<'a> {
    pub status: u16,
    head: &'a str,
    pub body: &'a str,
}

impl Response<'_> {
    /// The value of a header, whose name is given in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        header(self.head, name)
    }

    /// A string of the body's JSON, wherever it stands: what is looked for needs no unescaping.
    pub fn text(&self, name: &str) -> Option<&str> {
        let (_, rest) = self.body.split_once(&format!("\"{name}\":\""))?;
        rest.split('"').next()
    }
}

impl Connection {
    pub async fn open(address: SocketAddr) -> io::Result<Self> {
        let (stream, received) = (connect(address).await?, Vec::with_capacity(16 * 1024));
        Ok(Self { address, stream, used: Instant::now(), received })
    }

    pub async fn send(&mut self, request: &str) -> io::Result<Response<'_>> {
        if self.used.elapsed() > RESTED {
            self.stream = connect(self.address).await?;
        }
        self.stream.write_all(request.as_bytes()).await?;
        self.received.clear();
        let head = loop {
            self.read().await?;
            if let Some(end) = self.received.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                break end + 4;
            }
        };
        let length = body_length(text(&self.received[..head])?)?;
        while self.received.len() < head + length {
            self.read().await?;
        }
        self.used = Instant::now();
        let (head, body) = self.received.split_at(head);
        let head = text(head)?;
        let status = head.get(9..12).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| malformed("an answer without a status"))?;
        Ok(Response { status, head, body: text(body)? })
    }

    async fn read(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.received).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

async fn connect(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

fn body_length(head: &str) -> io::Result<usize> {
    match header(head, "content-length") {
        Some(length) => length.parse().map_err(|_| malformed("a length that is no number")),
        None if head.get(9..12) == Some("204") => Ok(0),
        None => Err(malformed("an answer of unknown length")),
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.filter(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim()).next()
}

fn text(bytes: &[u8]) -> io::Result<&str> {
    str::from_utf8(bytes).map_err(|_| malformed("an answer that is no text"))
}

fn malformed(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
